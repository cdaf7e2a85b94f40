// NOT THE CENTRE. Made-up tracks, grounds, near misses, health and coverage in the shapes of docs/api.md, for mock.mjs. It fuses nothing.
import { chance, iso, mark, night, reference } from './night.mjs';

const both = (en, fr) => ({ en, fr });
const rad = Math.PI / 180;
const EARTH_M = 6_371_008.8;
const pick = (list) => list[Math.floor(chance() * list.length)];
const between = (low, high) => low + chance() * (high - low);
const round = (n, digits = 2) => Number(n.toFixed(digits));
const everySensor = [...reference.sensors, ...reference.cameras.map((c) => ({ ...c, kind: 'CAMERA', rangeM: c.rangeM }))];

function towards([lon, lat], bearing, metres) {
  return [lon + (metres * Math.sin(bearing * rad)) / (EARTH_M * Math.cos(lat * rad)) / rad, lat + (metres * Math.cos(bearing * rad)) / EARTH_M / rad];
}
const metres = (a, b) => Math.hypot((a[0] - b[0]) * Math.cos(a[1] * rad), a[1] - b[1]) * rad * EARTH_M;
const bearing = (a, b) => (Math.atan2((b[0] - a[0]) * Math.cos(a[1] * rad), b[1] - a[1]) / rad + 360) % 360;
const nearest = (at, list, n) => [...list].sort((a, b) => metres(a.position, at) - metres(b.position, at)).slice(0, n);

// ---- tracks -------------------------------------------------------------------------------------------------------------------------------------
const CLASSES = { person: { person: 0.84, vehicle: 0.04, animal: 0.12 }, vehicle: { person: 0.03, vehicle: 0.95, animal: 0.02 },
  animal: { person: 0.21, vehicle: 0.02, animal: 0.77 }, unknown: { person: 0.45, vehicle: 0.15, animal: 0.4 } };
const SPEEDS = { person: [0.8, 1.9], vehicle: [3, 13], animal: [0.6, 3.5], unknown: [0.3, 2.5] };
const walkers = new Map(); // track id -> what the mock knows of it and the console does not
let numbers = 0;

function begun(site, at, what, more = {}) {
  const id = `${site}-${++numbers}`;
  walkers.set(id, { speed: between(...SPEEDS[what]), turn: between(-2, 2), ends: Date.now() + between(60, 600) * 1000, steady: false, ...more });
  const track = { site, lat: round(at[1], 6), lon: round(at[0], 6), course: round(between(0, 360), 0), speed: 0, sigma: [round(between(3, 18), 1), round(between(1.5, 5), 1), round(between(0, 180), 0)],
    existence: round(between(0.55, 0.99)), class: CLASSES[what], own: null, since: iso(Date.now() - between(5, 200) * 1000), lastAt: iso(), alarm: null,
    sensors: nearest(at, everySensor, 3).map((s) => s.id), ...(more.track ?? {}) };
  night.tracks[id] = track;
  mark('tracks', id, track);
  return id;
}

export function beginTracks(many) {
  night.tracks = {};
  const spots = reference.zones.filter((z) => ['FENCE', 'PARKING', 'LANE', 'TRACK'].includes(z.kind)).map((z) => ({ site: z.site, at: [z.geometry.coordinates].flat(4).slice(0, 2) }));
  for (let i = 0; i < many; i++) {
    const spot = pick(spots);
    begun(spot.site, towards(spot.at, between(0, 360), between(10, 220)), pick(['person', 'vehicle', 'vehicle', 'animal', 'unknown']));
  }
  for (const alarm of night.alarms.filter((a) => ['INTRUSION', 'PERSON_ON_TRACK'].includes(a.kind))) {
    const id = begun(alarm.site, towards([alarm.lon, alarm.lat], 40, 60), 'person', { steady: true, home: [alarm.lon, alarm.lat], track: { existence: 0.99, alarm: alarm.id } });
    alarm.track = id;
  }
  for (const [unit, u] of Object.entries(night.units).filter(([, u]) => u.status === 'ON_AIR').slice(0, 14)) {
    const site = nearest([u.lon, u.lat], reference.sites.map((s) => ({ ...s, position: s.center })), 1)[0].id;
    begun(site, [u.lon, u.lat], 'vehicle', { steady: true, unit, track: { own: unit, existence: 1 } });
  }
}

/** One second of movement: a track wanders on its course, an intruder around its alarm, own forces with their unit. */
export function moveTracks() {
  for (const [id, w] of walkers) {
    const before = night.tracks[id];
    if (!w.steady && Date.now() > w.ends) {
      walkers.delete(id);
      delete night.tracks[id];
      mark('tracks', id, null);
      begun(before.site, towards([before.lon, before.lat], between(0, 360), 150), pick(['person', 'vehicle', 'animal', 'unknown']));
      continue;
    }
    const here = [before.lon, before.lat];
    const astray = w.home && metres(here, w.home) > 90;
    const course = ((astray ? bearing(here, w.home) : before.course + w.turn + between(-6, 6)) + 360) % 360;
    const unit = w.unit && night.units[w.unit];
    const to = unit ? [unit.lon, unit.lat] : towards(here, course, w.speed);
    const track = { ...before, lon: round(to[0], 6), lat: round(to[1], 6), course: round(course, 0), speed: unit ? 0 : round(w.speed, 1), lastAt: iso(),
      sigma: [before.sigma[0], before.sigma[1], round((before.sigma[2] + 1) % 180, 0)] };
    night.tracks[id] = track;
    mark('tracks', id, track);
  }
}

// ---- why ----------------------------------------------------------------------------------------------------------------------------------------
const minus = (n) => `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(1)}`;
const fr = (text) => text.replace(/(\d)\.(\d)/g, '$1,$2');

const TERMS = {
  EXISTENCE: [both('Something is there', 'Il y a quelque chose'), (v) => `Existence ${(1 / (1 + Math.exp(-v - 1))).toFixed(2)} over 14 s, from 9 detections`, (v) => `Existence ${(1 / (1 + Math.exp(-v - 1))).toFixed(2)} sur 14 s, d’après 9 détections`],
  AGREEMENT: [both('Physics that agree', 'Physiques concordantes'), () => 'Fibre, radar and heat agree within 6 m and 3 s', () => 'Fibre, radar et chaleur concordent à 6 m et 3 s près'],
  CLASS: [both('Class', 'Nature'), () => 'Person 0.84, animal 0.12, vehicle 0.04', () => 'Personne 0.84, animal 0.12, véhicule 0.04'],
  ZONE: [both('Place', 'Lieu'), () => 'Inside 12 m of the fence, where nobody works at this hour', () => 'À moins de 12 m de la clôture, où personne ne travaille à cette heure'],
  HEADING: [both('Heading', 'Cap'), () => 'Towards the fence for 9 of the last 10 s at 1.4 m/s', () => 'Vers la clôture pendant 9 des 10 dernières secondes à 1.4 m/s'],
  WEATHER: [both('Weather', 'Météo'), () => 'Gusts of 14 m/s shake this section: vibration counts for less', () => 'Rafales de 14 m/s sur cette section : la vibration compte moins'],
  CLUTTER: [both('Clutter', 'Fouillis'), () => '1.8 false returns per scan here tonight', () => '1.8 faux échos par balayage ici cette nuit'],
  OWN: [both('Own forces', 'Nos forces'), () => 'The nearest own unit is 640 m away', () => 'Notre unité la plus proche est à 640 m'],
};

function grounds(at, values, grade, alarmAt, track, threshold = 3) {
  const sensors = nearest(at, reference.sensors.filter((s) => night.sensors[s.id]?.health === 'OK'), 4);
  const [eye, bearingOnly] = nearest(at, reference.cameras, 2);
  const seen = (s, i) => ({ observation: `${s.id}-${i}`, sensor: s.id, lat: round(at[1] + between(-0.0001, 0.0001), 6), lon: round(at[0] + between(-0.00014, 0.00014), 6), at: iso(alarmAt - i * 1400), weight: round(0.95 - i * 0.17) });
  const blind = reference.cameras.filter((c) => c.id !== eye.id && c.id !== bearingOnly.id);
  return { logOdds: round(Object.values(values).reduce((sum, v) => sum + v, 0), 1), threshold, grade, track,
    terms: Object.entries(values).map(([code, value]) => ({ code, name: TERMS[code][0], value, text: both(`${TERMS[code][1](value)}: ${minus(value)}`, fr(`${TERMS[code][2](value)} : ${minus(value)}`)) })),
    detections: [...sensors.map((s, i) => ({ ...seen(s, i), ...(i === 0 ? {} : { lat: s.position[1], lon: s.position[0] }) })), seen(eye, 1),
      { observation: `${bearingOnly.id}-b`, sensor: bearingOnly.id, lat: null, lon: null, bearing: round(bearing(bearingOnly.position, at), 0), at: iso(alarmAt - 3000), weight: 0.4 }],
    unseen: nearest(at, blind, 2).map((c, i) => ({ sensor: c.id, reason: i === 0 ? both('It looks this way, but its picture was too dark (12 lux)', 'Elle regarde par là, mais l’image était trop sombre (12 lux)') : both('Turned away by 70° at that moment', 'Tournée de 70° à ce moment') })),
    suppressors: [both('An own unit within 15 m of the track', 'Une de nos unités à moins de 15 m de la piste'), both('A work permit for this section at this hour', 'Un permis de travaux pour cette section à cette heure'), both('Class animal above 0.60', 'Nature animale au-dessus de 0,60')] };
}

const cache = new Map();
const once = (id, make) => cache.get(id) ?? cache.set(id, make()).get(id);

/** Null for kinds that no track stands behind: the console then shows the rule's own sentence. */
export function groundsOf(alarm) {
  if (['POWER_LOSS', 'PROTEST'].includes(alarm.kind)) return null;
  return once(alarm.id, () => grounds([alarm.lon, alarm.lat], { AGREEMENT: 1.9, EXISTENCE: 2.3, CLASS: 1.1, ZONE: 0.9, HEADING: 0.6, WEATHER: -0.9, CLUTTER: -0.5, OWN: -0.2 },
    alarm.track ? 'B' : 'D', Date.parse(alarm.raisedAt), alarm.track ?? null));
}

const MISSES = [
  [both('Most likely an animal: class animal 0.77', 'Très probablement un animal : nature animale 0,77'), { EXISTENCE: 2.1, AGREEMENT: 0.8, ZONE: 0.6, CLASS: -1.6, WEATHER: -0.4 }],
  [both('One physics only, for 3 s', 'Une seule physique, pendant 3 s'), { EXISTENCE: 0.9, ZONE: 0.7, CLUTTER: -0.7, WEATHER: -1.1 }],
  [both('Own unit 9 m from the track', 'Notre unité à 9 m de la piste'), { EXISTENCE: 2.9, CLASS: 1.2, ZONE: 0.8, OWN: -3.4 }],
  [both('Turned away from the fence', 'S’est éloigné de la clôture'), { EXISTENCE: 2.2, CLASS: 1.0, ZONE: 0.4, HEADING: -1.2 }],
];

export function nearMisses(query) {
  const fences = reference.zones.filter((z) => z.kind === 'FENCE');
  const all = once('misses', () => Array.from({ length: 17 }, (_, i) => {
    const zone = fences[(i * 37 + 11) % fences.length];
    const at = [zone.geometry.coordinates].flat(4).slice(0, 2);
    const [reason, values] = MISSES[i % MISSES.length];
    const when = Date.now() - (i * i + 1) * 240_000;
    return { id: `N-${i}`, at: iso(when), site: zone.site, place: zone.id, placeName: zone.name, lat: at[1], lon: at[0], reason, grounds: i === 6 ? null : grounds(at, values, i % 4 === 1 ? 'D' : 'C', when, null) };
  }));
  const [from, to, site] = ['from', 'to', 'site'].map((k) => query.get(k));
  return { nearMisses: all.filter((m) => (!from || m.at >= from) && (!to || m.at <= to) && (!site || m.site === site)) };
}

// ---- health and coverage ------------------------------------------------------------------------------------------------------------------------
const doubted = (s, i) => s.kind !== 'CAMERA' && i % 83 === 41;
const healthOf = (picture, s, i) => (s.kind === 'CAMERA' ? (i % 61 === 7 ? 'FAULT' : 'OK') : picture.sensors[s.id]?.health ?? 'UNKNOWN');

export function health() {
  return { sensors: everySensor.map((s, i) => {
    const state = healthOf(night, s, i);
    const measured = ['RADAR', 'CAMERA'].includes(s.kind);
    const turned = measured && i % 29 === 3;
    return { sensor: s.id, health: state, heartbeatSeconds: 60, believed: !doubted(s, i),
      lastAt: state === 'UNKNOWN' ? null : iso(Date.now() - (state === 'SILENT' ? 260_000 + i * 7000 : (i * 977) % 58_000)),
      disbelief: doubted(s, i) ? both('It reported 41 times in an hour where four neighbours saw nothing', 'Il a signalé 41 fois en une heure là où quatre voisins ne voyaient rien') : null,
      drift: measured ? { azimuthDegrees: turned ? 3.4 : round((i % 9) / 10 - 0.4, 1), eastMetres: round(turned ? 7.9 : (i % 7) / 2 - 1.5, 1), northMetres: round(turned ? -4.2 : (i % 5) / 2 - 1, 1), samples: 12 + (i % 40), misaligned: turned } : null,
      detectionsPerMinute: state === 'OK' ? round((i * 13 % 97) / 12, 1) : 0, clutterPerScan: s.kind === 'RADAR' ? round(0.2 + (i % 6) * 0.3, 2) : null };
  }) };
}

const circle = (at, radius) => [Array.from({ length: 33 }, (_, i) => towards(at, (i * 360) / 32, radius))];
const wedge = (c) => [[c.position, ...Array.from({ length: 9 }, (_, i) => towards(c.position, c.bearing - c.fov / 2 + (c.fov * i) / 8, c.rangeM)), c.position]];

/** What could be seen of a site in a picture: the footprint of each sensor, and boxes where the fence had nobody watching. */
export function coverage(site, picture) {
  const states = { OK: 'SEEING', SILENT: 'SILENT', FAULT: 'FAULT', UNKNOWN: 'UNKNOWN' };
  const zones = new Map(reference.zones.map((z) => [z.id, z]));
  const footprints = everySensor.flatMap((s, i) => {
    if (s.site !== site) return [];
    const geometry = s.kind === 'CAMERA' ? { type: 'Polygon', coordinates: wedge(s) } : s.kind === 'RADAR' ? { type: 'Polygon', coordinates: circle(s.position, 700) }
      : s.kind === 'INFRARED' ? { type: 'Polygon', coordinates: circle(s.position, 70) } : s.kind === 'FENCE_FIBRE' && zones.get(s.zone)?.geometry.type === 'LineString' ? zones.get(s.zone).geometry
        : { type: 'Point', coordinates: s.position };
    return [{ sensor: s.id, kind: s.kind, geometry, state: doubted(s, i) ? 'DISBELIEVED' : states[healthOf(picture, s, i)] }];
  });
  const dark = footprints.filter((f) => f.state !== 'SEEING' && f.geometry.type !== 'Point').slice(0, 6).map((f) => {
    const at = [f.geometry.coordinates].flat(4).slice(0, 2);
    return [[[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([x, y]) => towards(towards(at, 90, x * 110), 0, y * 60))];
  });
  return { at: picture.at, site, footprints, gaps: dark.length ? { type: 'MultiPolygon', coordinates: dark } : null };
}
