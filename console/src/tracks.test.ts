import { describe, expect, it } from 'vitest';
import { distanceM } from './geo';
import { glyphOf, headingLine, listed, remember, TRAIL_MS, type Trail } from './tracks';
import type { Track } from './types';

const T0 = Date.parse('2026-11-22T21:00:00.000Z');
function track(seconds: number, over: Partial<Track> = {}): Track {
  return { site: 'CAL', lat: 50.97, lon: 1.88 + seconds / 100_000, course: 90, speed: 1.4, sigma: [8, 3, 45], existence: 0.9, class: { person: 0.8 },
    own: null, since: '2026-11-22T21:00:00.000Z', lastAt: new Date(T0 + seconds * 1000).toISOString(), alarm: null, ...over };
}
function after(seconds: number): ReadonlyMap<string, Trail> {
  let trails: ReadonlyMap<string, Trail> = new Map();
  for (let s = 0; s <= seconds; s++) trails = remember(trails, { T: track(s) }, T0 + s * 1000);
  return trails;
}

describe('tracks', () => {
  it('are drawn as the class that is likelier than all others together, else as unknown', () => {
    expect(glyphOf({ class: { person: 0.81, vehicle: 0.05, animal: 0.14 } })).toBe('person');
    expect(glyphOf({ class: { person: 0.45, vehicle: 0.1, animal: 0.45 } })).toBe('unknown');
    expect(glyphOf({ class: {} })).toBe('unknown');
  });

  it('point as far as they travel in ten seconds', () => {
    const line = headingLine(track(0, { speed: 3, course: 200 }));
    expect(line && distanceM(...line)).toBeCloseTo(30, 1);
  });

  it('point nowhere while they stand or nobody knows their course', () => {
    expect(headingLine(track(0, { speed: 0.1 }))).toBeNull();
    expect(headingLine(track(0, { course: null }))).toBeNull();
    expect(headingLine(track(0, { speed: null }))).toBeNull();
  });

  it('leave a trail of the last minute that ends where they are', () => {
    const trail = after(90).get('T') ?? [];
    expect(trail.at(-1)?.at).toBe(T0 + 90_000);
    expect(trail[0]?.at).toBeGreaterThanOrEqual(T0 + 90_000 - TRAIL_MS);
    expect(trail[0]?.at).toBeLessThan(T0 + 90_000 - TRAIL_MS + 5000);
  });

  it('leave few points, so that a thousand of them stay light', () => {
    expect(after(90).get('T')?.length).toBeLessThanOrEqual(TRAIL_MS / 3000 + 2);
  });

  it('leave no trail when they end, and begin a new one when time goes back', () => {
    expect(remember(after(20), {}, T0 + 21_000).size).toBe(0);
    expect(remember(after(20), { T: track(5) }, T0 + 5000).get('T')).toHaveLength(1);
  });

  it('leave the same trail when the same word comes twice', () => {
    const once = after(20);
    expect(remember(once, { T: track(20) }, T0 + 20_000)).toEqual(once);
  });

  it('are listed with a life at risk first, then alarms and own forces last', () => {
    const all = { own: track(0, { own: 'PAF 1' }), faint: track(0, { existence: 0.5 }), sure: track(0), alarm: track(0, { alarm: 'A1', existence: 0.4 }),
      life: track(0, { alarm: 'A2', existence: 0.3 }) };
    expect(listed(all, (alarm) => alarm === 'A2').map(([id]) => id)).toEqual(['life', 'alarm', 'sure', 'faint', 'own']);
  });
});
