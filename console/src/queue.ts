import type { Alarm, Incident } from './types';

/** Whether an alarm still waits to be taken or dismissed; what is shelved or suppressed counts nowhere here. */
export function waits(alarm: Alarm): boolean {
  return alarm.state === 'RAISED' || alarm.state === 'ACKNOWLEDGED' || alarm.state === 'RETURNED';
}

/** Alarms that wait for a desk, the most urgent first. */
export function waiting(alarms: Readonly<Record<string, Alarm>>): Alarm[] {
  return Object.values(alarms).filter(waits).sort(byUrgency);
}

/** Life at risk first, then priority (1 is highest), then the one that has waited longest; the id settles a draw. */
export function byUrgency(a: Alarm, b: Alarm): number {
  return Number(b.lifeAtRisk) - Number(a.lifeAtRisk) || a.priority - b.priority
    || a.raisedAt.localeCompare(b.raisedAt) || a.id.localeCompare(b.id);
}

/** One row of the queue in a flood: an alarm by itself, or those of one place behind the most urgent of them. */
export type Group = { first: Alarm; rest: Alarm[] };

/** In a flood the alarms of one place stand together where the first of them stood. A life at risk always stands alone. */
export function grouped(alarms: readonly Alarm[]): Group[] {
  const groups: Group[] = [];
  const byPlace = new Map<string, Group>();
  for (const alarm of alarms) {
    const known = alarm.lifeAtRisk || alarm.place === null ? undefined : byPlace.get(alarm.place);
    if (known) {
      known.rest.push(alarm);
    } else {
      const group = { first: alarm, rest: [] };
      groups.push(group);
      if (!alarm.lifeAtRisk && alarm.place !== null) byPlace.set(alarm.place, group);
    }
  }
  return groups;
}

/** Open incidents, life at risk first, newest first within. */
export function openIncidents(incidents: Readonly<Record<string, Incident>>): Incident[] {
  return Object.values(incidents).filter((i) => i.state === 'OPEN').sort(byLifeThenNewest);
}

/** Closed incidents, the last closed first. */
export function closedIncidents(incidents: Readonly<Record<string, Incident>>): Incident[] {
  return Object.values(incidents).filter((i) => i.state === 'CLOSED')
    .sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? '') || a.id.localeCompare(b.id));
}

function byLifeThenNewest(a: Incident, b: Incident): number {
  return Number(b.lifeAtRisk) - Number(a.lifeAtRisk) || b.openedAt.localeCompare(a.openedAt) || a.id.localeCompare(b.id);
}

/**
 * The order to show while somebody's pointer or keyboard is in the list: rows keep their places, rows that went leave,
 * new rows come in at the end, except that a new life at risk still goes on top, because it may not wait below.
 */
export function held<E extends { id: string; lifeAtRisk: boolean }>(shown: readonly string[], wanted: readonly E[]): E[] {
  const byId = new Map(wanted.map((e) => [e.id, e]));
  const before = new Set(shown);
  const stayed = shown.flatMap((id) => byId.get(id) ?? []);
  const fresh = wanted.filter((e) => !before.has(e.id));
  return [...fresh.filter((e) => e.lifeAtRisk), ...stayed, ...fresh.filter((e) => !e.lifeAtRisk)];
}
