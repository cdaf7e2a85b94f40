import { describe, expect, it } from 'vitest';
import { apply, EMPTY, fromSnapshot, type Picture } from './picture';
import type { Alarm, Delta, Snapshot } from './types';

const snapshot: Snapshot = {
  at: '2026-11-22T21:00:00.000Z', seq: 10, position: 100, live: true,
  sensors: { S1: { health: 'OK', lastAt: null, property: null, value: null }, S2: { health: 'OK', lastAt: null, property: null, value: null } },
  units: {}, alarms: [alarm('A1', 'RAISED')], incidents: [], tasks: [], parameters: null, load: null,
};

function alarm(id: string, state: Alarm['state']): Alarm {
  return { id, kind: 'FIRE', lifeAtRisk: false, priority: 2, place: null, placeName: null, site: null, lat: null, lon: null,
    raisedAt: '2026-11-22T21:00:00.000Z', state, why: null, takenBy: null, incident: null, restricted: false };
}

const deltas: Delta[] = [
  { seq: 11, position: 100, at: '2026-11-22T21:00:01.000Z', sensors: { S1: { health: 'FAULT', lastAt: null, property: 'health', value: 'FAULT' } } },
  { seq: 11, position: 101, alarms: [alarm('A2', 'RAISED')] },
  { seq: 12, position: 102, alarms: [alarm('A1', 'TAKEN')] },
];
const folded = (from: Picture, some: Delta[]): Picture => some.reduce(apply, from);

describe('the picture', () => {
  it('is what the snapshot says', () => {
    const p = fromSnapshot(snapshot);
    expect([p.seq, p.position, Object.keys(p.sensors), p.alarms['A1']?.state]).toEqual([10, 100, ['S1', 'S2'], 'RAISED']);
  });

  it('takes each delta: elements replace the one of the same id, the others stay', () => {
    const p = folded(fromSnapshot(snapshot), deltas);
    expect(p.sensors['S1']?.health).toBe('FAULT');
    expect(p.sensors['S2']?.health).toBe('OK');
    expect([p.alarms['A1']?.state, p.alarms['A2']?.state, p.position]).toEqual(['TAKEN', 'RAISED', 102]);
  });

  it('is the same whether deltas come once or are sent again after a cut', () => {
    const once = folded(fromSnapshot(snapshot), deltas);
    expect(folded(once, deltas)).toEqual(once);
    expect(folded(fromSnapshot(snapshot), [...deltas.slice(0, 2), ...deltas])).toEqual(once);
  });

  it('takes an act that came while no sensor said anything', () => {
    const p = apply(fromSnapshot(snapshot), { seq: 10, position: 101, alarms: [alarm('A1', 'TAKEN')] });
    expect(p.alarms['A1']?.state).toBe('TAKEN');
  });

  it('does not go back to what was before', () => {
    const now = folded(fromSnapshot(snapshot), deltas);
    expect(apply(now, { seq: 11, position: 101, alarms: [alarm('A1', 'RAISED')] })).toBe(now);
  });

  it('keeps the identity of what a delta does not touch, so that nobody draws it again', () => {
    const before = fromSnapshot(snapshot);
    const after = apply(before, { seq: 11, units: {}, alarms: [alarm('A3', 'RAISED')] });
    expect(after.sensors).toBe(before.sensors);
    expect(after.units).toBe(before.units);
    expect(after.alarms).not.toBe(before.alarms);
  });

  it('does not change the picture it came from', () => {
    const before = fromSnapshot(snapshot);
    const copy = structuredClone(before);
    folded(before, deltas);
    expect(before).toEqual(copy);
  });

  it('takes tracks, and null ends one; a centre that sends none has none', () => {
    const track = { site: 'CAL', lat: 50.97, lon: 1.88, course: null, speed: null, sigma: [8, 3, 45] as [number, number, number], existence: 0.9, class: {},
      own: null, since: snapshot.at, lastAt: snapshot.at, alarm: null };
    const none = fromSnapshot(snapshot);
    const two = apply(none, { seq: 11, tracks: { 'CAL-1': track, 'CAL-2': track } });
    const one = apply(two, { seq: 12, tracks: { 'CAL-1': null } });
    expect([Object.keys(none.tracks), Object.keys(two.tracks), Object.keys(one.tracks)]).toEqual([[], ['CAL-1', 'CAL-2'], ['CAL-2']]);
    expect(apply(one, { seq: 13 }).tracks).toBe(one.tracks);
    expect(Object.keys(fromSnapshot({ ...snapshot, tracks: { 'CAL-3': track, 'CAL-4': null } }).tracks)).toEqual(['CAL-3']);
  });

  it('starts again from a fresh snapshot, also when the centre counts from the beginning', () => {
    const old = folded(fromSnapshot(snapshot), deltas);
    const fresh = fromSnapshot({ ...snapshot, seq: 1, alarms: [] });
    expect(Object.keys(fresh.alarms)).toEqual([]);
    expect(apply(fresh, { seq: 2, position: 100 }).seq).toBe(2);
    expect(old.seq).toBe(12);
  });

  it('is empty before the first word', () => expect(Object.keys(EMPTY.alarms)).toEqual([]));

  it('takes suppressions and the rate of alarms whole, and keeps them where nothing is said', () => {
    const rate = { perDesk: [], centre: { last10min: 11, lastHour: 20, band: 'FLOOD' as const }, flood: true, since: '2026-01-01T00:00:00.000Z' };
    const with1 = apply(EMPTY, { suppressions: [{ id: 'S-1' } as never], alarmRate: rate });
    expect([with1.suppressions.length, with1.alarmRate?.flood]).toEqual([1, true]);
    expect(apply(with1, { seq: 1 }).alarmRate).toBe(rate);
    expect(apply(with1, { suppressions: [] }).suppressions).toEqual([]);
  });
});
