import { describe, expect, it } from 'vitest';
import { wishOf } from './keys';

const press = (key: string, mod = {}): Parameters<typeof wishOf>[0] => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...mod });

describe('the keyboard', () => {
  it('takes with t, proposes with p, also in capitals', () => {
    expect([wishOf(press('t'), false, false), wishOf(press('P'), false, false)]).toEqual(['take', 'propose']);
  });
  it('leaves letters alone while somebody types, but Escape still goes back', () => {
    expect([wishOf(press('t'), true, false), wishOf(press('Escape'), true, false)]).toEqual([null, 'back']);
  });
  it('leaves the browser its own shortcuts', () => expect(wishOf(press('p', { ctrlKey: true }), false, false)).toBeNull());
  it('leaves arrows to the map and the slider', () => {
    expect([wishOf(press('ArrowDown'), false, true), wishOf(press('ArrowDown'), false, false), wishOf(press('j'), false, true)]).toEqual([null, 'next', 'next']);
  });
});
