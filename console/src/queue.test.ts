import { describe, expect, it } from 'vitest';
import { grouped, held, waiting } from './queue';
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

describe('what is set aside', () => {
  it('waits nowhere in the queue, and what was acknowledged still does', () => {
    expect(ids(waiting(table(alarm('a', 1, false, '1', 'ACKNOWLEDGED'), alarm('s', 1, false, '2', 'SHELVED'), alarm('u', 1, false, '3', 'SUPPRESSED'))))).toBe('a');
  });
});

describe('the queue in a flood', () => {
  const at = (id: string, place: string | null, lifeAtRisk = false): Alarm => ({ ...alarm(id, 2, lifeAtRisk, id), place });
  it('puts the alarms of one place behind the first of them and keeps the order', () => {
    const groups = grouped([at('1', 'A'), at('2', 'B'), at('3', 'A'), at('4', null), at('5', null)]);
    expect(groups.map((g) => [g.first, ...g.rest].map((a) => a.id).join('+')).join(' ')).toBe('1+3 2 4 5');
  });
  it('leaves every life at risk by itself, also at the place of others', () => {
    const groups = grouped([at('1', 'A', true), at('2', 'A', true), at('3', 'A'), at('4', 'A')]);
    expect(groups.map((g) => [g.first, ...g.rest].map((a) => a.id).join('+')).join(' ')).toBe('1 2 3+4');
  });
});
