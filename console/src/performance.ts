import type { AlarmSource, Performance, Verdict } from './types';

/** Alarms of a source that somebody judged to be for nothing, and those that somebody judged at all. */
export function nuisance(source: AlarmSource): { nothing: number; judged: number } {
  const counts = Object.entries(source.verdicts) as [Verdict, number][];
  const judged = counts.reduce((sum, [, n]) => sum + n, 0);
  return { nothing: judged - (source.verdicts.CONFIRMED ?? 0), judged };
}

const WORDS: readonly Verdict[] = ['ANIMAL', 'WIND', 'OWN_FORCES', 'EQUIPMENT', 'LAWFUL_ACTIVITY', 'NOTHING_FOUND', 'OTHER', 'CONFIRMED'];

/** The sources as CSV (RFC 4180), every one of them: a machine's file, in the words of docs/api.md in either language. */
export function csv(performance: Performance): string {
  const head = ['list', 'id', 'rule', 'alarms', 'share', 'mean_answer_s', 'chattering', 'stale', 'fleeting', ...WORDS.map((w) => w.toLowerCase())];
  const rows = ([['sensor', performance.sensors], ['place', performance.places]] as const).flatMap(([list, sources]) =>
    sources.map((s) => [list, s.id, s.rule ?? '', s.alarms, s.share.toFixed(4), s.meanAnswer_s?.toFixed(1) ?? '', s.chattering, s.stale, s.fleeting,
      ...WORDS.map((w) => s.verdicts[w] ?? 0)]));
  return [head, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

/** A text that a spreadsheet would take for a formula is made plain. */
function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
