import { describe, expect, it } from 'vitest';
import { needsAttention, sorted } from './health';
import type { HealthRow } from './types';

const NOW = Date.parse('2026-11-22T21:00:00.000Z');
function row(sensor: string, over: Partial<HealthRow> = {}): HealthRow {
  return { sensor, health: 'OK', lastAt: new Date(NOW - 20_000).toISOString(), heartbeatSeconds: 60, believed: true, disbelief: null, drift: null,
    detectionsPerMinute: 1, clutterPerScan: null, ...over };
}
const ids = (rows: HealthRow[]): string => rows.map((r) => r.sensor).join(' ');

describe('the health of sensors', () => {
  it('asks for a look when a sensor is not well, not believed, misaligned or late', () => {
    const drift = { azimuthDegrees: 2, eastMetres: 0, northMetres: 0, samples: 30, misaligned: true };
    expect(needsAttention(row('well'), NOW)).toBe(false);
    expect(needsAttention(row('silent', { health: 'SILENT' }), NOW)).toBe(true);
    expect(needsAttention(row('doubted', { believed: false }), NOW)).toBe(true);
    expect(needsAttention(row('turned', { drift }), NOW)).toBe(true);
    expect(needsAttention(row('steady', { drift: { ...drift, misaligned: false } }), NOW)).toBe(false);
    expect(needsAttention(row('late', { lastAt: new Date(NOW - 121_000).toISOString() }), NOW)).toBe(true);
  });

  it('is sorted the worst first, and by id within', () => {
    expect(ids(sorted([row('c'), row('b', { health: 'SILENT' }), row('a'), row('d', { health: 'FAULT' })], { column: 'health', down: false }))).toBe('d b a c');
  });

  it('is sorted by the way a number goes; what is not known comes last either way', () => {
    const rows = [row('none'), row('two', { clutterPerScan: 2 }), row('one', { clutterPerScan: 1 })];
    expect(ids(sorted(rows, { column: 'clutter', down: false }))).toBe('one two none');
    expect(ids(sorted(rows, { column: 'clutter', down: true }))).toBe('two one none');
  });

  it('is sorted by age: the freshest word first', () => {
    const rows = [row('old', { lastAt: new Date(NOW - 90_000).toISOString() }), row('new'), row('never', { lastAt: null })];
    expect(ids(sorted(rows, { column: 'age', down: false }))).toBe('new old never');
  });

  it('does not change the rows it was given', () => {
    const rows = [row('b'), row('a')];
    sorted(rows, { column: 'sensor', down: false });
    expect(ids(rows)).toBe('b a');
  });
});
