import { middle, wedge } from '../geo';
import { shapeOf } from '../marks';
import type { Picture } from '../picture';
import { waits } from '../queue';
import { unitsByDistance } from '../room/units';
import { unitCode } from '../symbols';
import type { Alarm, Incident, LonLat, Reference, Text } from '../types';

type Collection = GeoJSON.FeatureCollection;
type Say = (text: Text | null) => string;

const point = (position: LonLat, properties: Record<string, unknown>): GeoJSON.Feature =>
  ({ type: 'Feature', geometry: { type: 'Point', coordinates: position }, properties });
const collection = (features: GeoJSON.Feature[]): Collection => ({ type: 'FeatureCollection', features });

/** Fence sections, lanes and areas as drawn; of a gate only its middle. */
export function zones(reference: Reference, say: Say): Collection {
  return collection(reference.zones.map((z) => ({
    type: 'Feature',
    geometry: z.kind === 'GATE' ? { type: 'Point', coordinates: middle(z.geometry) } : z.geometry,
    properties: { id: z.id, kind: z.kind, label: say(z.name) },
  })));
}

export function sensors(reference: Reference, picture: Picture): Collection {
  return collection(reference.sensors.map((s) => {
    const health = picture.sensors[s.id]?.health ?? 'UNKNOWN';
    return point(s.position, { id: s.id, health, icon: `sensor-${s.kind}-${health}` });
  }));
}

/** Everything about the sensors that the map shows; when it is the same there is nothing to draw. */
export function healthOf(picture: Picture): string {
  return Object.entries(picture.sensors).map(([id, s]) => (s.health === 'OK' ? '' : `${id}${s.health}`)).join();
}

export function cameras(reference: Reference): Collection {
  return collection(reference.cameras.map((k) => point(k.position, { id: k.id, bearing: k.bearing })));
}

export function views(reference: Reference): Collection {
  return collection(reference.cameras.map((k) => ({
    type: 'Feature', geometry: { type: 'Polygon', coordinates: [wedge(k.position, k.bearing, k.fov, k.rangeM)] }, properties: { id: k.id },
  })));
}

/** Units on the air or stale; one that has left the air is in the list only. `icon` is `unit/<code>/<stale?>`. */
export function units(reference: Reference, picture: Picture, staleFor: (time: string) => string): Collection {
  const sidc = new Map(reference.units.map((u) => [u.id, u.sidc]));
  return collection(unitsByDistance(picture, reference, null).filter((u) => u.state.status !== 'OFF_AIR').map((u) => {
    const stale = u.state.status === 'STALE';
    return point([u.state.lon, u.state.lat], {
      id: u.id, icon: `unit/${unitCode(sidc.get(u.id), u.kind)}/${stale}`,
      label: stale ? `${u.state.callsign}\n(${staleFor(u.state.time)})` : u.state.callsign,
    });
  }));
}

/** Alarms that wait and incidents that are open, where they have a place; the most urgent drawn last, on top. */
export function events(picture: Picture, kindName: (kind: string | null) => string, chosen: string): Collection {
  const placed = <E extends Alarm | Incident>(e: E): e is E & { lat: number; lon: number } => e.lat !== null && e.lon !== null;
  const alarms = Object.values(picture.alarms).filter(waits).filter(placed).map((a) =>
    point([a.lon, a.lat], { alarm: a.id, icon: `event/${shapeOf(a)}/${a.kind}/false/${a.id === chosen}`, label: kindName(a.kind), chosen: a.id === chosen,
      rank: (a.lifeAtRisk ? 100 : 10 - a.priority) + 1 }));
  const incidents = Object.values(picture.incidents).filter((i) => i.state === 'OPEN').filter(placed).map((i) =>
    point([i.lon, i.lat], { incident: i.id, icon: `event/incident/${i.kind}/${i.lifeAtRisk}/${i.id === chosen}`, label: kindName(i.kind), chosen: i.id === chosen,
      rank: i.lifeAtRisk ? 50 : 0 }));
  return collection([...incidents, ...alarms]);
}
