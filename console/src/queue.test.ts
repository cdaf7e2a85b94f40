import { describe, expect, it } from 'vitest';
import { held, waiting } from './queue';
import type { Alarm } from './types';

function alarm(id: string, priority: number, lifeAtRisk: boolean, raisedAt: string, state: Alarm['state'] = 'RAISED'): Alarm {
  return { id, kind: 'FIRE', lifeAtRisk, priority, place: null, placeName: null, site: null, lat: null, lon: null, raisedAt, state,
    why: null, takenBy: null, incident: null, restricted: false };
}
const table = (...all: Alarm[]): Record<string, Alarm> => Object.fromEntries(all.map((a) => [a.id, a]));
const ids = (some: { id: string }[]): string => some.map((a) => a.id).join(' ');

describe('the alarm queue', () => {
  it('puts life at risk on top, then priority, then the one that waits longest', () => {
    expect(ids(waiting(table(alarm('new', 1, false, '03'), alarm('old', 1, false, '01'), alarm('low', 4, false, '00'), alarm('life', 3, true, '09')))))
      .toBe('life old new low');
  });

  it('holds what waits: raised and returned, not taken or dismissed', () => {
    expect(ids(waiting(table(alarm('r', 1, false, '1'), alarm('b', 1, false, '2', 'RETURNED'), alarm('t', 1, true, '1', 'TAKEN'), alarm('d', 1, false, '1', 'DISMISSED')))))
      .toBe('r b');
  });

  it('does not move under the cursor: rows keep their places and new ones come below', () => {
    const a = alarm('a', 2, false, '1'), b = alarm('b', 2, false, '2'), c = alarm('c', 1, false, '3');
    expect(ids(held(['b', 'a'], waiting(table(a, b, c))))).toBe('b a c');
  });

  it('lets a new life at risk on top even while somebody is in the list', () => {
    expect(ids(held(['a'], [alarm('life', 1, true, '9'), alarm('a', 2, false, '1')]))).toBe('life a');
  });

  it('drops rows that went', () => expect(ids(held(['gone', 'a'], [alarm('a', 2, false, '1')]))).toBe('a'));
});
