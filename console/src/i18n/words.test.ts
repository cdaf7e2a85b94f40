import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fr } from './fr';
import type { Key } from './words';

/** Words that both languages really share. */
const SHARED = new Set<string>(['app.name', 'incidents.title', 'panel.incident', 'page.journal', 'journal.title', 'units.distance', 'rate.ACCEPTABLE', 'page.performance', 'audit.justification', 'track.class.animal', 'track.existence', 'near.hours']);
const keys = Object.keys(en) as Key[];

describe('the two languages', () => {
  it('have the same keys in the same order', () => expect(Object.keys(fr)).toEqual(Object.keys(en)));

  it('say nothing in the same words, except words they share', () => {
    expect(keys.filter((k) => en[k] === fr[k] && !SHARED.has(k))).toEqual([]);
  });

  it('fill in the same places', () => {
    const places = (s: string): string[] => (s.match(/\{\w+\}/g) ?? []).sort();
    expect(keys.filter((k) => places(en[k]).join() !== places(fr[k]).join())).toEqual([]);
  });

  it('leave nothing empty', () => expect(keys.filter((k) => !en[k].trim() || !fr[k].trim())).toEqual([]));
});
