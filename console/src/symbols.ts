import ms from 'milsymbol';
import type { UnitKind } from './room/units';

/**
 * The symbol of each kind of unit when the reference names none: APP-6 / 2525 number codes, friendly frame, police and civil
 * sets only. Only units have a frame at all; persons and events never do (`marks.ts`).
 */
export const UNIT_SYMBOLS: Readonly<Record<UnitKind, string>> = {
  PATROL: '10031000002007000000',
  DOG: '10031000002007000000',
  FIRE: '10031000001410000000',
  MEDICAL: '10031000001613000000',
  BOAT: '10033000001403000000',
  SEARCH: '10031000002003000000',
  RAIL: '10031000002007000000',
  TECHNICAL: '10031000001407000000',
};

/** Frames a unit of this centre may have: assumed friend, friend, neutral. Anything else is drawn as a friend. */
const PEACEFUL = new Set(['2', '3', '4']);

/** The code to draw: the reference's if it is a real one with a peaceful frame, else the kind's own. */
export function unitCode(sidc: string | undefined, kind: UnitKind): string {
  if (!sidc || !new ms.Symbol(sidc).isValid()) return UNIT_SYMBOLS[kind];
  const letters = /^[A-Za-z]/.test(sidc);
  const frame = sidc.charAt(letters ? 1 : 3);
  const peaceful = letters ? 'AFN'.includes(frame.toUpperCase()) : PEACEFUL.has(frame);
  if (peaceful) return sidc;
  return letters ? `${sidc.charAt(0)}F${sidc.slice(2)}` : `${sidc.slice(0, 3)}3${sidc.slice(4)}`;
}

export type SymbolLook = { size: number; stale: boolean; ink: string; fill: string };

/** Draws a unit on a canvas. Stale is shown by the dashed frame of the standard (anticipated status), not by colour. */
export function drawUnit(code: string, look: SymbolLook): HTMLCanvasElement {
  const asked = look.stale ? anticipated(code) : code;
  const all = (colour: string) => ms.ColorMode(colour, colour, colour, colour, colour, colour);
  const symbol = new ms.Symbol(asked, {
    size: look.size, colorMode: all(look.fill), frameColor: all(look.ink), iconColor: all(look.ink), strokeWidth: 5, outlineWidth: 3, outlineColor: look.fill,
  });
  return symbol.asCanvas(2);
}

/** The same code with the status "anticipated", in the number or the letter form. */
function anticipated(code: string): string {
  return /^\d/.test(code) ? `${code.slice(0, 6)}1${code.slice(7)}` : `${code.slice(0, 3)}A${code.slice(4)}`;
}
