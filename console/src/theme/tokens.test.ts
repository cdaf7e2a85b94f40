import { describe, expect, it } from 'vitest';
import { PAIRS, TOKENS, type Theme } from './tokens';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of the room', () => {
  it('the formula gives 21 for black on white', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5));

  for (const theme of ['grey', 'night'] as Theme[]) {
    it(`every ink is legible on its ground in the ${theme} theme`, () => {
      const short = PAIRS.map(([ink, ground, least]) => ({ pair: `${ink} on ${ground}`, least, is: contrast(TOKENS[theme][ink], TOKENS[theme][ground]) }))
        .filter(({ least, is }) => is < least).map(({ pair, least, is }) => `${pair}: ${is.toFixed(2)} < ${least}`);
      expect(short).toEqual([]);
    });
  }

  it('both themes have the same tokens', () => expect(Object.keys(TOKENS.night)).toEqual(Object.keys(TOKENS.grey)));
});
