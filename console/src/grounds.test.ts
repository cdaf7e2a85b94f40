import { describe, expect, it } from 'vitest';
import { bar, byContribution, chanceOf, gauge, raised, reach } from './grounds';
import type { Term } from './types';

const term = (code: string, value: number): Term => ({ code, value, name: { en: code, fr: code }, text: { en: '', fr: '' } });

describe('the grounds of an alarm', () => {
  it('are told in the order of what they did, for or against', () => {
    expect(byContribution([term('B', 0.4), term('A', -2.5), term('D', 1), term('C', 1)]).map((t) => t.code)).toEqual(['A', 'C', 'D', 'B']);
  });

  it('have bars from the middle, right for and left against, the longest to the edge', () => {
    expect(bar(4, 4, 200)).toEqual({ x: 100, width: 100 });
    expect(bar(-2, 4, 200)).toEqual({ x: 50, width: 50 });
    expect(bar(0, 4, 200)).toEqual({ x: 100, width: 0 });
  });

  it('look small when all of them are small', () => expect(reach([term('A', 0.2), term('B', -0.3)])).toBe(1));

  it('turn into a chance: no evidence is one half, and 3 is about 95 in a hundred', () => {
    expect(chanceOf(0)).toBe(0.5);
    expect(chanceOf(3)).toBeCloseTo(0.953, 3);
  });

  it('hold sum, threshold and nought in one box, also below nought', () => {
    for (const [logOdds, threshold] of [[5.2, 3], [1.2, 3], [-2, 3], [0, 0]] as const) {
      const g = gauge({ logOdds, threshold }, 200);
      for (const x of Object.values(g)) expect(x >= 0 && x <= 200).toBe(true);
      expect(g.sum >= g.threshold).toBe(raised({ logOdds, threshold }));
    }
  });
});
