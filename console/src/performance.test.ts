import { describe, expect, it } from 'vitest';
import { csv, nuisance } from './performance';
import type { AlarmSource, Performance } from './types';

const source = (id: string, more: Partial<AlarmSource> = {}): AlarmSource =>
  ({ id, rule: null, alarms: 4, share: 0.5, verdicts: {}, meanAnswer_s: 61.25, chattering: 3, stale: 0, fleeting: 1, ...more });
const all = (sensors: AlarmSource[]): Performance => ({ from: '', to: '', alarms: 8, suppressed: 0, floodShare: 0, floods: [], meanAnswer_s: null, priorities: [], sensors, places: [] });

describe('the alarm performance', () => {
  it('counts for nothing whatever was judged and not confirmed', () => {
    expect(nuisance(source('A', { verdicts: { WIND: 2, CONFIRMED: 1 } }))).toEqual({ nothing: 2, judged: 3 });
    expect(nuisance(source('A'))).toEqual({ nothing: 0, judged: 0 });
  });
  it('is written as a CSV that no spreadsheet takes for a formula', () => {
    const lines = csv(all([source('CAL-1', { verdicts: { WIND: 2 }, rule: 'a,"b"' }), source('=1+1', { meanAnswer_s: null })])).split('\r\n');
    expect(lines[1]).toBe('sensor,CAL-1,"a,""b""",4,0.5000,61.3,3,0,1,0,2,0,0,0,0,0,0');
    expect(lines[2]?.startsWith("sensor,'=1+1,,4,0.5000,,3")).toBe(true);
    expect(lines[0]?.split(',').length).toBe(lines[2]?.split(',').length);
  });
});
