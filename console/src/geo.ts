import type { LonLat } from './types';

const EARTH_M = 6_371_008.8;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres. */
export function distanceM(a: LonLat, b: LonLat): number {
  const half = Math.sin(rad(b[1] - a[1]) / 2) ** 2
    + Math.cos(rad(a[1])) * Math.cos(rad(b[1])) * Math.sin(rad(b[0] - a[0]) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(half));
}

/** The point `metres` away from `from` on a bearing in degrees from north. Good for the few hundred metres a camera sees. */
export function towards(from: LonLat, bearing: number, metres: number): LonLat {
  const north = (metres * Math.cos(rad(bearing))) / EARTH_M;
  const east = (metres * Math.sin(rad(bearing))) / (EARTH_M * Math.cos(rad(from[1])));
  return [from[0] + (east * 180) / Math.PI, from[1] + (north * 180) / Math.PI];
}

/** The bearing from one place to another, degrees from north, 0 to 360. Good for the few kilometres of a site. */
export function bearing(from: LonLat, to: LonLat): number {
  const east = (to[0] - from[0]) * Math.cos(rad(from[1]));
  return (Math.atan2(east, to[1] - from[1]) * (180 / Math.PI) + 360) % 360;
}

/** An ellipse as a closed ring; `degrees` is the bearing of the major axis from true north. */
export function ellipse(at: LonLat, majorM: number, minorM: number, degrees: number, steps = 24): LonLat[] {
  const ring = Array.from({ length: steps }, (_, i): LonLat => {
    const [along, across] = [majorM * Math.cos((2 * Math.PI * i) / steps), minorM * Math.sin((2 * Math.PI * i) / steps)];
    return towards(at, degrees + (Math.atan2(across, along) * 180) / Math.PI, Math.hypot(along, across));
  });
  return [...ring, ring[0] as LonLat];
}

/** The wedge a camera sees, as a closed ring. */
export function wedge(at: LonLat, bearing: number, fov: number, rangeM: number): LonLat[] {
  const steps = Math.max(4, Math.ceil(fov / 8));
  const arc = Array.from({ length: steps + 1 }, (_, i) => towards(at, bearing - fov / 2 + (fov * i) / steps, rangeM));
  return [at, ...arc, at];
}

/** A point that stands for a geometry: the point itself, or the middle of the box around it. */
export function middle(geometry: GeoJSON.Geometry): LonLat {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of points(geometry)) {
    west = Math.min(west, lon); east = Math.max(east, lon);
    south = Math.min(south, lat); north = Math.max(north, lat);
  }
  return [(west + east) / 2, (south + north) / 2];
}

function* points(geometry: GeoJSON.Geometry): Generator<LonLat> {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* points(part);
  } else {
    yield* flat(geometry.coordinates);
  }
}

function* flat(coordinates: unknown): Generator<LonLat> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') yield coordinates as LonLat;
  else for (const inner of coordinates) yield* flat(inner);
}
