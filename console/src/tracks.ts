import { towards } from './geo';
import type { LonLat, Track, TrackClass } from './types';

/** What a track is drawn as. Unknown until one class is more likely than all others together. */
export type Glyph = TrackClass | 'unknown';
export const CLASSES = ['person', 'vehicle', 'animal'] as const satisfies readonly TrackClass[];

export function glyphOf(track: Pick<Track, 'class'>): Glyph {
  return CLASSES.find((c) => (track.class[c] ?? 0) > 0.5) ?? 'unknown';
}

/** Below this a course is noise. */
const STANDING_MPS = 0.2;

/** Where a track would be after some seconds if it kept its course, as a line to draw; null when it stands or no course is known. */
export function headingLine(track: Pick<Track, 'lat' | 'lon' | 'course' | 'speed'>, seconds = 10): [LonLat, LonLat] | null {
  if (track.course === null || track.speed === null || track.speed < STANDING_MPS) return null;
  const at: LonLat = [track.lon, track.lat];
  return [at, towards(at, track.course, track.speed * seconds)];
}

/** Where a track was, oldest first; the last is where it is. */
export type Trail = readonly { at: number; place: LonLat }[];
export const TRAIL_MS = 60_000;
/** One point in this many milliseconds is enough for the eye, and a thousand trails stay light. */
const STEP_MS = 3000;

/** The trails after one more picture: each track's own last minute. A track that ended, or whose time goes back, leaves none. */
export function remember(trails: ReadonlyMap<string, Trail>, tracks: Readonly<Record<string, Track>>, now: number): Map<string, Trail> {
  const after = new Map<string, Trail>();
  for (const [id, track] of Object.entries(tracks)) {
    after.set(id, lengthened(trails.get(id) ?? [], Date.parse(track.lastAt), [track.lon, track.lat]).filter((p) => p.at >= now - TRAIL_MS));
  }
  return after;
}

function lengthened(trail: Trail, at: number, place: LonLat): Trail {
  const last = trail.at(-1);
  const before = trail.at(-2);
  if (!last || at < last.at) return [{ at, place }];
  if (at === last.at) return trail;
  const provisional = before !== undefined && last.at - before.at < STEP_MS;
  return [...(provisional ? trail.slice(0, -1) : trail), { at, place }];
}

/** Tracks for a list: a life at risk first, then those with an alarm, own forces last; the surest first within. */
export function listed(tracks: Readonly<Record<string, Track>>, life: (alarm: string) => boolean): [string, Track][] {
  const rank = (track: Track): number => (track.alarm !== null ? (life(track.alarm) ? 0 : 1) : track.own === null ? 2 : 3);
  return Object.entries(tracks).sort(([a, x], [b, y]) => rank(x) - rank(y) || y.existence - x.existence || a.localeCompare(b));
}
