import type { Evidence } from '../fused.svelte';
import { bearing, distanceM, ellipse, wedge } from '../geo';
import { glyphOf, headingLine, type Trail } from '../tracks';
import type { Camera, Coverage, Detection, LonLat, Track } from '../types';

type Collection = GeoJSON.FeatureCollection;
export type Bounds = readonly [west: number, south: number, east: number, north: number];
/** What the map needs to know about tracks besides themselves. `label` is empty where a unit's symbol already bears the callsign. */
export type Marked = { chosen: string | null; life: (alarm: string) => boolean; label: (own: string) => string };

const collection = (features: GeoJSON.Feature[]): Collection => ({ type: 'FeatureCollection', features });
const feature = (geometry: GeoJSON.Geometry, properties: Record<string, unknown>): GeoJSON.Feature => ({ type: 'Feature', geometry, properties });
const point = (at: LonLat, properties: Record<string, unknown>): GeoJSON.Feature => feature({ type: 'Point', coordinates: at }, properties);
const line = (coordinates: LonLat[], properties: Record<string, unknown>): GeoJSON.Feature => feature({ type: 'LineString', coordinates }, properties);
const area = (ring: LonLat[], properties: Record<string, unknown>): GeoJSON.Feature => feature({ type: 'Polygon', coordinates: [ring] }, properties);
const side = (track: Track): 'own' | 'other' => (track.own === null ? 'other' : 'own');

/** Tracks where they are. `icon` is `track/<glyph>/<own?>/<alarm|life|none>/<chosen?>`; those with an alarm lie on top, a life at risk above all and never faint. */
export function tracks(all: Readonly<Record<string, Track>>, marked: Marked): Collection {
  return collection(Object.entries(all).map(([id, track]) => {
    const alarm = track.alarm === null ? 'none' : marked.life(track.alarm) ? 'life' : 'alarm';
    const chosen = id === marked.chosen;
    return point([track.lon, track.lat], {
      id, icon: `track/${glyphOf(track)}/${track.own !== null}/${alarm}/${chosen}`, strength: alarm === 'life' ? 1 : track.existence, side: side(track),
      label: track.own === null ? id : marked.label(track.own), told: chosen || alarm !== 'none' || track.own !== null,
      rank: { none: 0, alarm: 2, life: 4 }[alarm] + (chosen ? 1 : 0),
    });
  }));
}

/** The tracks in view and half a screen around it, so that a pan shows no bare ones; none without bounds. */
export function near(all: Readonly<Record<string, Track>>, bounds: Bounds | null): Readonly<Record<string, Track>> {
  if (!bounds) return {};
  const [west, south, east, north] = bounds;
  const [wide, high] = [(east - west) / 2, (north - south) / 2];
  const around: Bounds = [west - wide, south - high, east + wide, north + high];
  return Object.fromEntries(Object.entries(all).filter(([, track]) => within([track.lon, track.lat], around)));
}

export function headings(all: Readonly<Record<string, Track>>): Collection {
  return collection(Object.values(all).flatMap((track) => {
    const ahead = headingLine(track);
    return ahead ? [line(ahead, { side: side(track) })] : [];
  }));
}

export function trails(all: ReadonlyMap<string, Trail>, known: Readonly<Record<string, Track>>): Collection {
  return collection([...all].flatMap(([id, trail]) => {
    const track = known[id];
    return trail.length < 2 || !track ? [] : [line(trail.map((p) => p.place), { side: side(track) })];
  }));
}

/** One-sigma ellipses of the chosen track, and of all in view when the map is close enough (`bounds` given). */
export function ellipses(all: Readonly<Record<string, Track>>, chosen: string | null, bounds: Bounds | null): Collection {
  return collection(Object.entries(all).flatMap(([id, track]) => {
    if (id !== chosen && !(bounds && within([track.lon, track.lat], bounds))) return [];
    return [area(ellipse([track.lon, track.lat], ...track.sigma), { side: side(track), chosen: id === chosen })];
  }));
}

const within = ([lon, lat]: LonLat, [west, south, east, north]: Bounds): boolean => lon >= west && lon <= east && lat >= south && lat <= north;

/** How wide a single bearing of a camera is drawn, in degrees. */
const BEARING_WIDE = 4;

/** Detections as weighted dots, tied to where it happened; a camera knows a bearing, so it gets a cone. */
export function evidence(open: Evidence | null, cameras: readonly Camera[], lit: string | null): Collection {
  if (!open) return collection([]);
  const { grounds, place } = open;
  return collection(grounds.detections.flatMap((d) => {
    const properties = { weight: d.weight, lit: d.observation === lit, label: d.sensor };
    const at: LonLat | null = d.lat === null || d.lon === null ? null : [d.lon, d.lat];
    const camera = cameras.find((c) => c.id === d.sensor);
    const from = at ?? camera?.position ?? null;
    return [
      ...(camera ? [area(cone(camera, d, at), properties)] : []),
      ...(from && place ? [line([from, place], properties)] : []),
      ...(at ? [point(at, properties)] : []),
    ];
  }));
}

function cone(camera: Camera, d: Detection, at: LonLat | null): LonLat[] {
  const towards = d.bearing ?? (at && distanceM(camera.position, at) > 1 ? bearing(camera.position, at) : null);
  return towards === null ? wedge(camera.position, camera.bearing, camera.fov, camera.rangeM) : wedge(camera.position, towards, BEARING_WIDE, camera.rangeM);
}

/** What could be seen, what could not because a sensor was out, and what nothing sees. */
export function footprints(coverage: Coverage | null): Collection {
  if (!coverage) return collection([]);
  const seen = coverage.footprints.map((f) => feature(f.geometry, { what: f.state === 'SEEING' ? 'seeing' : 'out', sensor: f.sensor }));
  return collection(coverage.gaps ? [...seen, feature(coverage.gaps, { what: 'gap' })] : seen);
}
