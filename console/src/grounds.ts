import type { Grounds, Term } from './types';

/** Terms in the order of what they did, either way; the code settles a draw. */
export function byContribution(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.code.localeCompare(b.code));
}

/** The chance behind natural log-odds, 0 to 1. */
export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Half the width of a chart of `terms`: the longest bar, and never less than one, so that small terms look small. */
export const reach = (terms: readonly Term[]): number => Math.max(1, ...terms.map((t) => Math.abs(t.value)));

/** A bar from the middle of a box `width` wide: to the right for what speaks for the alarm, to the left for what speaks against. */
export function bar(value: number, most: number, width: number): { x: number; width: number } {
  const half = width / 2;
  const long = Math.min(half, (Math.abs(value) / most) * half);
  return { x: value < 0 ? half - long : half, width: long };
}

/** Where sum, threshold and nought lie in a box `width` wide that holds all three. */
export function gauge(grounds: Pick<Grounds, 'logOdds' | 'threshold'>, width: number): { sum: number; threshold: number; nought: number } {
  const low = Math.min(0, grounds.logOdds, grounds.threshold);
  const high = Math.max(0, grounds.logOdds, grounds.threshold);
  const room = (high - low || 1) * 1.08;
  const x = (value: number): number => ((value - low) / room) * width;
  return { sum: x(grounds.logOdds), threshold: x(grounds.threshold), nought: x(0) };
}

export const raised = (grounds: Pick<Grounds, 'logOdds' | 'threshold'>): boolean => grounds.logOdds >= grounds.threshold;
