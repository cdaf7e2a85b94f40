import ms from 'milsymbol';
import { describe, expect, it } from 'vitest';
import units from '../../centre/src/main/resources/reference/units.json';
import kinds from '../../centre/src/main/resources/reference/kinds.json';
import { PICTOGRAMS, shapeOf, SHAPES } from './marks';
import { UNIT_KINDS } from './room/units';
import { UNIT_SYMBOLS, unitCode } from './symbols';

describe('symbols', () => {
  for (const kind of UNIT_KINDS) {
    it(`${kind} has a real code with a friendly frame`, () => {
      expect(new ms.Symbol(UNIT_SYMBOLS[kind]).isValid(true), JSON.stringify(new ms.Symbol(UNIT_SYMBOLS[kind]).isValid(true))).toBeTruthy();
      expect(new ms.Symbol(UNIT_SYMBOLS[kind]).isValid()).toBe(true);
      expect(UNIT_SYMBOLS[kind][3]).toBe('3');
    });
  }

  it('every unit of the reference deployment has a real code with a peaceful frame, and is drawn with it', () => {
    expect(units.filter((u) => unitCode(u.sidc, 'PATROL') !== u.sidc).map((u) => `${u.id} ${u.sidc}`)).toEqual([]);
  });

  it('a made-up code is replaced by the kind’s own', () => {
    expect(new ms.Symbol('10031000009999990000').isValid()).toBe(false);
    expect(unitCode('10031000009999990000', 'FIRE')).toBe(UNIT_SYMBOLS.FIRE);
  });

  it('nothing is ever drawn hostile or suspect, whatever the reference says', () => {
    expect(unitCode('10061000001412000000', 'PATROL')[3]).toBe('3');
    expect(unitCode('10051000001412000000', 'PATROL')[3]).toBe('3');
    expect(unitCode('SHGPUUL---*****', 'PATROL').charAt(1)).not.toMatch(/[HSJK]/);
  });

  it('every kind of event has a pictogram, and life at risk a shape of its own', () => {
    expect(kinds.filter((k) => !(k.id in PICTOGRAMS))).toEqual([]);
    expect(shapeOf({ lifeAtRisk: true, priority: 4 })).toBe('life');
    expect(new Set(Object.values(SHAPES)).size).toBe(Object.keys(SHAPES).length);
  });
});
