import type { Glyph } from '../tracks';
import type { Colours } from './style';

/** Silhouettes in a box of 24: shape says the class, never colour alone. No frame: nobody is drawn as friend or foe but our own. */
const SILHOUETTES: Readonly<Record<Glyph, string>> = {
  person: 'M12 2.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8.5 9.500h7l1.3 6.500h-2.300l-.7 6h-3.600l-.7-6H7.200z',
  vehicle: 'M1.5 6.500h13v4h4.200l3.8 3.700v4.300h-2.200a2.6 2.6 0 0 1-5.2 0H9.300a2.6 2.6 0 0 1-5.2 0H1.500z',
  animal: 'M2 9.500h11.500l2.3-4 1.7 2.3 4.5.7v3l-4.2 1.3-.8 3V20h-2.300v-4H7.800v4H5.500v-5.500L3.5 12v3.500H2z',
  unknown: 'M8.2 8.6a3.9 3.9 0 1 1 5.7 3.5c-1.4.8-1.9 1.5-1.9 3.1M12 19.4v.3',
};

const BOX = 96;

/** Draws `track/<glyph>/<own?>/<alarm|life|none>/<chosen?>`. */
export function drawTrack(g: CanvasRenderingContext2D, c: Colours, glyph: Glyph, own: boolean, alarm: string, chosen: boolean): void {
  g.scale(BOX / 48, BOX / 48);
  g.translate(24, 24);
  if (alarm !== 'none') ring(g, c, alarm === 'life' ? c.life : c.high, alarm === 'life');
  if (chosen) corners(g, c);
  if (own) plate(g, c);
  g.translate(-12, -12);
  const body = new Path2D(SILHOUETTES[glyph]);
  g.lineJoin = 'round';
  const open = glyph === 'unknown';
  const ink = own ? c.mapHalo : c.mapInk;
  g.lineCap = 'round';
  if (!own) stroke(g, body, c.mapHalo, open ? 7.5 : 4.5);
  if (open) return stroke(g, body, ink, 3.4);
  g.fillStyle = ink;
  g.fill(body);
}

export const TRACK_BOX = BOX;

function ring(g: CanvasRenderingContext2D, c: Colours, ink: string, twice: boolean): void {
  const circle = new Path2D();
  circle.arc(0, 0, 17, 0, 2 * Math.PI);
  if (twice) circle.addPath(disc(21.5));
  stroke(g, circle, c.mapHalo, 6);
  stroke(g, circle, ink, 2.8);
}

function disc(radius: number): Path2D {
  const circle = new Path2D();
  circle.arc(0, 0, radius, 0, 2 * Math.PI);
  return circle;
}

function corners(g: CanvasRenderingContext2D, c: Colours): void {
  const path = new Path2D('M-22-14v-8h8M14-22h8v8M22 14v8h-8M-14 22h-8v-8');
  stroke(g, path, c.mapHalo, 6);
  stroke(g, path, c.focus, 3);
}

/** Own forces: the plain friendly rectangle, filled. */
function plate(g: CanvasRenderingContext2D, c: Colours): void {
  const box = new Path2D('M-17-14h34v28h-34z');
  stroke(g, box, c.mapHalo, 4);
  g.fillStyle = c.unit;
  g.fill(box);
}

function stroke(g: CanvasRenderingContext2D, path: Path2D, ink: string, width: number): void {
  g.strokeStyle = ink;
  g.lineWidth = width;
  g.stroke(path);
}

/** One tile of a hatching that joins on every side; `crossed` for what nothing sees. */
export function drawHatch(g: CanvasRenderingContext2D, size: number, ink: string, crossed: boolean): void {
  g.strokeStyle = ink;
  g.lineWidth = 1.6;
  for (const shift of [-size, 0, size]) {
    g.beginPath();
    g.moveTo(shift, size);
    g.lineTo(shift + size, 0);
    if (crossed) {
      g.moveTo(shift, 0);
      g.lineTo(shift + size, size);
    }
    g.stroke();
  }
}
