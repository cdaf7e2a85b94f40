import { say } from './i18n/say.svelte';
import type { Alarm, Incident, Reference, Text } from './types';

/** The name of something of the reference; its id when the reference does not know it. */
export function nameOf(list: readonly { id: string; name: Text }[] | undefined, id: string | null | undefined): string {
  if (!id) return '–';
  const found = list?.find((e) => e.id === id);
  return found ? say(found.name) : id;
}

export const kindName = (reference: Reference | null, kind: string | null): string => nameOf(reference?.kinds, kind);
export const deskName = (reference: Reference | null, id: string | null): string => nameOf(reference?.desks, id);

export const placeName = (event: Pick<Alarm | Incident, 'placeName' | 'place'>): string => say(event.placeName) || event.place || '–';

export const siteName = (reference: Reference | null, site: string | null): string => (site ? nameOf(reference?.sites, site) : '');

/** The name of a sensor or of a camera, which is a sensor too. */
export const sensorName = (reference: Reference | null, id: string): string =>
  nameOf(reference?.sensors.some((s) => s.id === id) ? reference.sensors : reference?.cameras, id);
