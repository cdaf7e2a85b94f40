import { distanceM } from '../geo';
import type { Picture } from '../picture';
import type { LonLat, Reference, UnitState } from '../types';

export const UNIT_KINDS = ['PATROL', 'DOG', 'FIRE', 'MEDICAL', 'BOAT', 'SEARCH', 'RAIL', 'TECHNICAL'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export type Near = { id: string; state: UnitState; kind: UnitKind; agency: string; distanceM: number | null; busy: boolean };

const AT_WORK = new Set(['APPROVED', 'RECEIVED', 'ACCEPTED']);

/** Every unit that has been heard, the nearest to a place first; by callsign when there is no place. */
export function unitsByDistance(picture: Pick<Picture, 'units' | 'tasks'>, reference: Reference | null, place: LonLat | null): Near[] {
  const known = new Map((reference?.units ?? []).map((u) => [u.id, u]));
  const busy = new Set(Object.values(picture.tasks).filter((task) => AT_WORK.has(task.state)).map((task) => task.unit));
  return Object.entries(picture.units).map(([id, state]) => ({
    id, state,
    kind: UNIT_KINDS.find((k) => k === known.get(id)?.kind) ?? 'PATROL',
    agency: known.get(id)?.agency ?? '',
    distanceM: place && distanceM(place, [state.lon, state.lat]),
    busy: busy.has(id),
  })).sort((a, b) => (a.distanceM ?? 0) - (b.distanceM ?? 0) || a.state.callsign.localeCompare(b.state.callsign));
}
