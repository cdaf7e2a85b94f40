import type {
  Alarm, AlarmRate, Delta, Incident, Load, Parameters, SensorState, Snapshot, Suppression, Task, Track, UnitState,
} from './types';

/**
 * The picture a desk looks at: a pure fold over the stream of docs/api.md. A part that a delta does not touch keeps its
 * identity, so whoever draws it can tell by `===` that there is nothing to do.
 */
export type Picture = {
  readonly at: string;
  readonly seq: number;
  readonly position: number;
  readonly sensors: Readonly<Record<string, SensorState>>;
  readonly units: Readonly<Record<string, UnitState>>;
  readonly tracks: Readonly<Record<string, Track>>;
  readonly alarms: Readonly<Record<string, Alarm>>;
  readonly incidents: Readonly<Record<string, Incident>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly parameters: Parameters | null;
  readonly load: Load | null;
  readonly suppressions: readonly Suppression[];
  readonly alarmRate: AlarmRate | null;
};

export const EMPTY: Picture = {
  at: '', seq: -1, position: 0, sensors: {}, units: {}, tracks: {}, alarms: {}, incidents: {}, tasks: {}, parameters: null, load: null,
  suppressions: [], alarmRate: null,
};

/** A snapshot replaces everything; nothing of the picture before it remains. */
export function fromSnapshot(s: Snapshot): Picture {
  return {
    at: s.at, seq: s.seq, position: s.position, sensors: s.sensors ?? {}, units: s.units ?? {}, tracks: merged({}, s.tracks),
    alarms: byId(s.alarms), incidents: byId(s.incidents), tasks: byId(s.tasks),
    parameters: s.parameters ?? null, load: s.load ?? null,
    suppressions: s.suppressions ?? [], alarmRate: s.alarmRate ?? null,
  };
}

/**
 * Applies one delta. Elements replace those of the same id, so a delta sent twice changes nothing; one that was made before what
 * is already here (sent again after a cut) is passed over. `seq` counts what the sensors and units say, `position` the acts: both
 * only grow, and a delta may raise either alone.
 */
export function apply(picture: Picture, d: Delta): Picture {
  if ((d.seq ?? picture.seq) < picture.seq || (d.position ?? picture.position) < picture.position) return picture;
  return {
    at: d.at ?? picture.at,
    seq: d.seq ?? picture.seq,
    position: d.position ?? picture.position,
    sensors: merged(picture.sensors, d.sensors),
    units: merged(picture.units, d.units),
    tracks: merged(picture.tracks, d.tracks),
    alarms: merged(picture.alarms, d.alarms && byId(d.alarms)),
    incidents: merged(picture.incidents, d.incidents && byId(d.incidents)),
    tasks: merged(picture.tasks, d.tasks && byId(d.tasks)),
    parameters: d.parameters ?? picture.parameters,
    load: d.load ?? picture.load,
    suppressions: d.suppressions ?? picture.suppressions,
    alarmRate: d.alarmRate ?? picture.alarmRate,
  };
}

function byId<E extends { id: string }>(elements: readonly E[] | undefined): Record<string, E> {
  return Object.fromEntries((elements ?? []).map((e) => [e.id, e]));
}

/** Elements replace those of the same id; null ends one. */
function merged<E>(before: Readonly<Record<string, E>>, changed: Record<string, E | null> | null | undefined): Readonly<Record<string, E>> {
  for (const _ in changed ?? {}) {
    const all = { ...before, ...changed };
    return Object.values(all).includes(null) ? Object.fromEntries(Object.entries(all).filter(([, e]) => e !== null)) as Record<string, E> : all as Record<string, E>;
  }
  return before;
}
