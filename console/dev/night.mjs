// NOT THE CENTRE. A small made-up night for developing the console (see mock.mjs). It knows the shapes of docs/api.md and no rule.
import { readFileSync } from 'node:fs';

const folder = new URL('../../centre/src/main/resources/reference/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const both = (en, fr) => ({ en, fr });
const named = (id, en, fr) => ({ id, name: both(en, fr) });

export const reference = Object.fromEntries(
  ['centre', 'agencies', 'desks', 'sites', 'zones', 'sensors', 'cameras', 'units', 'procedures', 'outcomes', 'kinds', 'instructions'].map((n) => [n, read(n)]));
reference.concern = {
  categories: [named('CHILD_ALONE', 'Child alone', 'Enfant seul'), named('MEDICAL', 'Medical need', 'Besoin de soins')],
  needs: [named('PLACE_OF_SAFETY', 'Place of safety', 'Lieu sûr'), named('INTERPRETER', 'Interpreter', 'Interprète'), named('MEDICAL_CARE', 'Medical care', 'Soins')],
};

/** A seeded random number generator, so that every run shows the same night. */
let seed = 20261122;
export const chance = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const pick = (list) => list[Math.floor(chance() * list.length)];
export const iso = (ms = Date.now()) => new Date(ms).toISOString();

let acts = 100;
let ids = 0;
export const night = { at: iso(), seq: 1, position: 100, live: true, sensors: {}, units: {}, tracks: {}, alarms: [], incidents: [], tasks: [], suppressions: [], alarmRate: null,
  parameters: { posture: 'REINFORCED', objectives: 'Keep the railhead open.\nLife first.', setBy: 'DESK-GOLD-FR-1', setAt: iso(Date.now() - 5_400_000) },
  load: { observationsPerSecond: 212, queue: 3, shedPositions: 0, refusedReadings: 2, malformed: 1, degraded: [both('Camera gateway Loon-Plage does not answer', 'La passerelle vidéo de Loon-Plage ne répond pas')] } };
export const logs = {};
export const concerns = [];
export const changed = new Map(); // list -> Map(id -> element), what the next delta takes

export function mark(list, id, element) {
  if (!changed.has(list)) changed.set(list, new Map());
  changed.get(list).set(id, element);
}

const middle = (g) => {
  const flat = (c) => (typeof c[0] === 'number' ? [c] : c.flatMap(flat));
  const all = flat(g.coordinates);
  return [0, 1].map((i) => (Math.min(...all.map((p) => p[i])) + Math.max(...all.map((p) => p[i]))) / 2);
};

export function act(list, element) {
  night.position = ++acts;
  if (!night[list].includes(element)) night[list].push(element);
  mark(list, element.id, element);
  return { position: acts, id: element.id };
}

export function say(incident, session, en, fr = en) {
  (logs[incident.id] ??= []).push({ position: acts, at: iso(), desk: session.desk, officer: session.officer, type: 'note', text: both(en, fr) });
  act('incidents', incident);
}

export function raise(kindId, zoneKind, agoMs = 0) {
  const kind = reference.kinds.find((k) => k.id === kindId);
  const zone = pick(reference.zones.filter((z) => z.kind === zoneKind));
  const [lon, lat] = middle(zone.geometry);
  return act('alarms', { id: `A-${++ids}`, kind: kind.id, lifeAtRisk: kind.lifeAtRisk, priority: kind.priority, place: zone.id, placeName: zone.name, site: zone.site,
    lat, lon, raisedAt: iso(Date.now() - agoMs), state: 'RAISED', takenBy: null, incident: null, restricted: false,
    why: both('Two sensors agree within twenty seconds.', 'Deux capteurs concordent en vingt secondes.') });
}

export function open(alarm, session) {
  const procedure = reference.procedures.find((p) => p.kind === alarm.kind);
  const incident = { id: `I-${++ids}`, kind: alarm.kind, lifeAtRisk: alarm.lifeAtRisk, title: reference.kinds.find((k) => k.id === alarm.kind).name, place: alarm.place,
    placeName: alarm.placeName, site: alarm.site, lat: alarm.lat, lon: alarm.lon, openedAt: iso(), lead: session.desk, state: 'OPEN', outcome: null, closedAt: null,
    alarms: alarm.id ? [alarm.id] : [], procedure: alarm.kind, steps: procedure.steps.map((s) => ({ id: s.id, done: false, at: null, desk: null })), tasks: [] };
  if (alarm.id) Object.assign(alarm, { state: 'TAKEN', takenBy: session.desk, incident: incident.id });
  if (alarm.id) act('alarms', alarm);
  say(incident, session, 'Incident opened', 'Incident ouvert');
  return act('incidents', incident);
}

/** The rate meter: thresholds of docs/api.md, a flood without its memory. */
export function alarmRate(sessions) {
  const within = (min) => night.alarms.filter((a) => a.state !== 'SUPPRESSED' && Date.parse(a.raisedAt) > Date.now() - min * 60_000).length;
  const last10min = within(10);
  const rate = { last10min, lastHour: within(60), band: last10min > 10 ? 'FLOOD' : last10min > 2 ? 'OVER' : last10min > 1 ? 'MANAGEABLE' : 'ACCEPTABLE' };
  return { perDesk: [...new Set([...sessions.values()].map((s) => s.desk))].map((desk) => ({ desk, ...rate, handled10min: 1, handledHour: 4 })), centre: rate,
    flood: last10min > 10, since: last10min > 10 ? iso(Date.now() - 240_000) : null };
}

export function suppress(wish, session) {
  const one = { id: `S-${++ids}`, place: wish.place ?? null, sensor: wish.sensor ?? null, reason: wish.reason, from: wish.from, until: wish.until, desk: session.desk, enteredAt: iso(), state: 'ENTERED', endedAt: null };
  night.suppressions = [...night.suppressions, one];
  changed.set('suppressions', new Map());
  return { position: ++acts, id: one.id };
}

export function begin() {
  for (const s of reference.sensors) {
    const c = chance();
    night.sensors[s.id] = { health: c < 0.965 ? 'OK' : c < 0.98 ? 'SILENT' : c < 0.99 ? 'FAULT' : 'UNKNOWN', lastAt: iso(), property: s.properties[0].property, value: '0' };
  }
  for (const u of reference.units) {
    const c = chance();
    night.units[u.id] = { callsign: u.callsign, lon: u.home[0] + (chance() - 0.5) / 300, lat: u.home[1] + (chance() - 0.5) / 300, course: 0, speed: 1, time: iso(Date.now() - (c < 0.9 ? 0 : 700_000)),
      stale: iso(Date.now() + 60_000), type: 'a-f-G-U-C', status: c < 0.9 ? 'ON_AIR' : c < 0.97 ? 'STALE' : 'OFF_AIR' };
  }
  const desk = { desk: 'DESK-PAF-1', officer: 'demo' };
  raise('INTRUSION', 'FENCE', 1_260_000);
  open(night.alarms.at(-1), desk);
  raise('PERSON_IN_LORRY', 'LANE', 540_000);
  open(night.alarms.at(-1), desk);
  const first = night.incidents[1];
  first.steps.slice(0, 3).forEach((s, i) => Object.assign(s, { done: true, at: iso(Date.now() - 400_000 + i * 60_000), desk: desk.desk }));
  say(first, desk, 'Driver asked to stop in lane, doors still closed.');
  const [u1, u2] = reference.units.filter((u) => ['MEDICAL', 'SEARCH'].includes(u.kind));
  for (const [unit, state] of [[u1, 'ACCEPTED'], [u2, 'PROPOSED']]) propose(first, { unit: unit.id, instruction: 'RESCUE' }, desk, state);
  raise('INTRUSION', 'FENCE', 150_000);
  raise('POWER_LOSS', 'FENCE', 320_000);
  raise('PROTEST', 'GATE', 90_000);
  raise('PERSON_ON_TRACK', 'TRACK', 22_000);
  raise('INTRUSION', 'FENCE', 12_000);
  raise('INTRUSION', 'FENCE', 700_000);
  Object.assign(night.alarms.at(-1), { state: 'SHELVED', shelved: { desk: 'DESK-PAF-2', reason: 'Works at gate 3', since: iso(Date.now() - 600_000), until: iso(Date.now() + 2_400_000) } });
  raise('POWER_LOSS', 'FENCE', 800_000);
  Object.assign(night.alarms.at(-1), { state: 'ACKNOWLEDGED', acknowledged: { desk: 'DESK-PAF-1', at: iso(Date.now() - 100_000) } });
  suppress({ place: reference.zones.find((z) => z.kind === 'FENCE').id, reason: 'Fence works until Friday', from: iso(Date.now() - 3_600_000), until: iso(Date.now() + 86_400_000) }, { desk: 'DESK-COMMAND-1' });
  raise('INTRUSION', 'FENCE', 900_000);
  Object.assign(night.alarms.at(-1), { state: 'SUPPRESSED', suppression: night.suppressions[0].id, place: night.suppressions[0].place });
  if (process.env.FLOOD) flood();
}

/** A storm on four sections, to look at the flood mode: FLOOD=1 node dev/mock.mjs */
function flood() {
  const fences = reference.zones.filter((z) => z.kind === 'FENCE').slice(1, 5);
  for (let i = 0; i < 16; i++) {
    raise('INTRUSION', 'FENCE', 30_000 + i * 20_000);
    const zone = fences[i % 4];
    Object.assign(night.alarms.at(-1), { place: zone.id, placeName: zone.name, site: zone.site });
  }
}

export function propose(incident, wish, session, state = 'PROPOSED') {
  const unit = reference.units.find((u) => u.id === wish.unit);
  const task = { id: `T-${++ids}`, incident: incident.id, unit: unit.id, callsign: unit.callsign, instruction: wish.instruction, note: wish.note ?? null, state,
    proposedBy: session.desk, approvedBy: null, proposedAt: iso(), approvedAt: null, receivedAt: null, acceptedAt: state === 'ACCEPTED' ? iso() : null, doneAt: null, reason: null };
  incident.tasks = [...incident.tasks, task.id];
  say(incident, session, `Task proposed: ${unit.callsign}`, `Mission proposée : ${unit.callsign}`);
  return act('tasks', task);
}

/** One step of the night: units move, sensors speak, now and then something happens. */
export function step(n) {
  night.seq += 1;
  night.at = iso();
  for (const id of Object.keys(night.units)) {
    const u = night.units[id];
    if (u.status !== 'ON_AIR') continue;
    u.lon += (chance() - 0.5) / 15_000;
    u.lat += (chance() - 0.5) / 20_000;
    u.time = iso();
    mark('units', id, u);
  }
  for (let i = 0; i < 30; i++) {
    const s = pick(reference.sensors);
    night.sensors[s.id] = { ...night.sensors[s.id], lastAt: iso(), value: chance().toFixed(2) };
    mark('sensors', s.id, night.sensors[s.id]);
  }
  if (n % 400 === 399) raise(pick(['INTRUSION', 'INTRUSION', 'POWER_LOSS']), 'FENCE');
}
