import type { Alarm, Suppression } from './types';

/** Local hours at which a shift begins. An eight-hour shift is as long as the longest shelf. */
const SHIFTS = [6, 14, 22];
const HOUR_MS = 3_600_000;

/** The end of the running shift in the centre's time zone, as milliseconds since the epoch. */
export function endOfShift(now: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' })
    .formatToParts(now);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const hours = part('hour') + part('minute') / 60 + part('second') / 3600;
  const next = SHIFTS.find((h) => h > hours) ?? (SHIFTS[0] as number) + 24;
  return now - (now % 1000) + Math.round((next - hours) * HOUR_MS);
}

/** Shelved alarms, the first to come back first. */
export function shelved(alarms: Readonly<Record<string, Alarm>>): Alarm[] {
  return Object.values(alarms).filter((a) => a.state === 'SHELVED')
    .sort((a, b) => (a.shelved?.until ?? '').localeCompare(b.shelved?.until ?? '') || a.id.localeCompare(b.id));
}

/** Alarms that were raised under a suppression, the newest first. */
export function under(suppression: Suppression, alarms: Readonly<Record<string, Alarm>>): Alarm[] {
  return Object.values(alarms).filter((a) => a.state === 'SUPPRESSED' && a.suppression === suppression.id)
    .sort((a, b) => b.raisedAt.localeCompare(a.raisedAt) || a.id.localeCompare(b.id));
}
