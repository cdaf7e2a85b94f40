// NOT THE CENTRE. A stand-in that speaks docs/api.md with a made-up night, for `npm run dev` and for looking at the console alone.
// It enforces nothing worth relying on: whether the console is right is proved against the real centre (e2e/).
// Any officer may log in with the password `entente`; the desk decides the role.
//   node dev/mock.mjs [port] [deltas per second] [tracks]      serves dist/ as well, under the strict content security policy
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginTracks, coverage, groundsOf, health, moveTracks, nearMisses } from './fused.mjs';
import { act, alarmRate, begin, changed, concerns, iso, logs, night, open, propose, raise, reference, say, step, suppress } from './night.mjs';

const PORT = Number(process.argv[2] ?? 8099);
const HZ = Number(process.argv[3] ?? 2);
const TRACKS = Number(process.argv[4] ?? 60);
const here = fileURLToPath(new URL('..', import.meta.url));
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'self'; object-src 'none'; base-uri 'none'";
const TYPES = { '.html': 'text/html;charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.geojson': 'application/geo+json' };
const both = (en, fr) => ({ en, fr });
const purposes = [['OPERATIONS', 'Border operations', 'Opérations à la frontière'], ['COMMAND', 'Command of the centre', 'Commandement du centre'], ['INTELLIGENCE', 'Criminal intelligence', 'Renseignement criminel'],
  ['SAFEGUARDING', 'Protection of the vulnerable', 'Protection des personnes vulnérables'], ['PROGRAMME', 'Programme and joint report', 'Programme et rapport conjoint'], ['AUDIT', 'Audit and inspection', 'Audit et inspection']]
  .map(([id, en, fr]) => ({ id, name: both(en, fr) }));
const ACTS = ['SEE_PICTURE', 'REPLAY', 'SEE_INCIDENT', 'TAKE_ALARM', 'DISMISS_ALARM', 'ACKNOWLEDGE_ALARM', 'SHELVE_ALARM', 'REPORT_INCIDENT', 'TICK_STEP', 'NOTE', 'PROPOSE_TASK', 'CLOSE_INCIDENT', 'RAISE_CONCERN'];
const MAY = { OFFICER: ACTS, FREIGHT: ACTS, COMMANDER: [...ACTS, 'APPROVE_TASK', 'DECLINE_TASK', 'CANCEL_TASK', 'SUPPRESS_ALARMS', 'READ_ALARM_PERFORMANCE', 'EXPORT_EVIDENCE', 'READ_REPORTS'],
  GOLD: ['SEE_PICTURE', 'REPLAY', 'SEE_INCIDENT', 'SET_PARAMETERS', 'READ_ALARM_PERFORMANCE', 'READ_REPORTS'], ANALYST: ['SEE_PICTURE', 'REPLAY', 'SEE_INCIDENT'],
  AUDITOR: ['REPLAY', 'SEE_INCIDENT', 'READ_AUDIT', 'READ_JOURNAL', 'READ_ALARM_PERFORMANCE', 'READ_REPORTS', 'EXPORT_EVIDENCE'], SAFEGUARDING: ['WORK_CONCERNS', 'ERASE_SUBJECT'], PROGRAMME: ['READ_ALARM_PERFORMANCE', 'READ_REPORTS'], ADMINISTRATOR: ['READ_ALARM_PERFORMANCE'] };

const sessions = new Map();
const frames = [];
const history = [];
const consoles = new Set();
const audit = [];
let frame = 0;
begin();
beginTracks(TRACKS);

const beat = setInterval(() => {
  step(frame);
  if (frame % HZ === 0) moveTracks();
  const delta = { at: night.at, seq: night.seq, position: night.position };
  for (const [list, elements] of changed) if (list !== 'suppressions') delta[list] = ['sensors', 'units', 'tracks'].includes(list) ? Object.fromEntries(elements) : [...elements.values()];
  if (changed.has('suppressions')) delta.suppressions = night.suppressions;
  delta.alarmRate = night.alarmRate = alarmRate(sessions);
  changed.clear();
  frames.push({ id: `m-${++frame}`, text: `id: m-${frame}\nevent: delta\ndata: ${JSON.stringify(delta)}\n\n` });
  if (frames.length > 3000) frames.shift();
  for (const res of consoles) res.write(frames.at(-1).text);
  if (frame % (5 * HZ) === 0 && history.length < 2000) history.push(JSON.stringify({ ...night, live: false }));
}, 1000 / HZ);

const clock = () => ({ now: iso(), start: iso(Date.now() - 3_600_000), speed: 1, exercise: true });
const no = (status, en, fr) => Object.assign(new Error(en), { status, refused: both(en, fr) });
const alarmOf = (id) => night.alarms.find((a) => a.id === id) ?? fail404();
const incidentOf = (id) => night.incidents.find((i) => i.id === id) ?? fail404();
const taskOf = (id) => night.tasks.find((t) => t.id === id) ?? fail404();
const fail404 = () => { throw no(404, 'There is no such thing here', 'Rien de tel ici'); };

const ROUTES = [
  ['GET', '/api/door', () => ({ centre: reference.centre.name, demo: true, clock: clock(), purposes,
    desks: reference.desks.map((d) => ({ id: d.id, name: d.name, agency: d.agency, agencyName: reference.agencies.find((a) => a.id === d.agency)?.name ?? both(d.agency, d.agency), state: d.state })) })],
  ['GET', '/api/clock', clock],
  ['GET', '/api/session', (q) => q.session ?? (() => { throw no(401, 'Not logged in', 'Non connecté'); })()],
  ['GET', '/api/reference', () => reference],
  ['GET', '/api/picture', (q) => (q.url.searchParams.has('at') ? past(q.url.searchParams.get('at')) : night)],
  ['GET', '/api/replay/span', () => ({ from: iso(Date.parse(JSON.parse(history[0] ?? JSON.stringify(night)).at)), to: iso() })],
  ['GET', '/api/alarms/nuisance', (q) => performance(q.url.searchParams.get('from'), q.url.searchParams.get('to'))],
  ['GET', '/api/alarms/:id', (q) => ({ ...alarmOf(q.id), grounds: groundsOf(alarmOf(q.id)), rule: { id: 'fence-two-sensors', text: both('Two sensors of one section within 20 s', 'Deux capteurs d’un même tronçon en 20 s') },
    observations: reference.sensors.filter((s) => s.zone === alarmOf(q.id).place).slice(0, 3).map((s, i) => ({ id: `o${i}`, sensor: s.id, property: s.properties[0].property, result: 2.4 + i, phenomenonTime: alarmOf(q.id).raisedAt, receivedAt: alarmOf(q.id).raisedAt })) })],
  ['GET', '/api/near-misses', (q) => nearMisses(q.url.searchParams)],
  ['GET', '/api/sensors/health', health],
  ['GET', '/api/coverage', (q) => coverage(q.url.searchParams.get('site'), q.url.searchParams.has('at') ? past(q.url.searchParams.get('at')) : night)],
  ['POST', '/api/alarms/:id/take', (q) => { const a = alarmOf(q.id); if (!['TAKEN', 'DISMISSED'].includes(a.state) === false) throw no(409, 'Another desk has taken this alarm', 'Un autre poste a pris cette alarme'); return open(a, q.session); }],
  ['POST', '/api/alarms/:id/dismiss', (q) => act('alarms', Object.assign(alarmOf(q.id), { state: 'DISMISSED', takenBy: q.session.desk, verdict: q.body.verdict ?? 'OTHER' }))],
  ['POST', '/api/alarms/:id/acknowledge', (q) => act('alarms', Object.assign(alarmOf(q.id), { state: 'ACKNOWLEDGED', acknowledged: { desk: q.session.desk, at: iso() } }))],
  ['POST', '/api/alarms/:id/shelve', (q) => act('alarms', Object.assign(alarmOf(q.id), { state: 'SHELVED', shelved: { desk: q.session.desk, reason: q.body.reason, since: iso(), until: q.body.until } }))],
  ['POST', '/api/alarms/:id/unshelve', (q) => act('alarms', Object.assign(alarmOf(q.id), { state: 'RAISED', shelved: null }))],
  ['POST', '/api/suppressions', (q) => suppress(q.body, q.session)],
  ['POST', '/api/suppressions/:id/lift', (q) => { night.suppressions = night.suppressions.filter((s) => s.id !== q.id); changed.set('suppressions', new Map()); return { position: night.position, id: q.id }; }],
  ['GET', '/api/suppressions', () => ({ suppressions: night.suppressions })],
  ['POST', '/api/incidents', (q) => { const z = reference.zones.find((x) => x.id === q.body.place); raise(q.body.kind, z?.kind ?? 'GATE'); return open(night.alarms.at(-1), q.session); }],
  ['GET', '/api/incidents/:id', (q) => ({ ...incidentOf(q.id), log: logs[q.id] ?? [] })],
  ['POST', '/api/incidents/:id/steps/:step', (q) => { const i = incidentOf(q.id); Object.assign(i.steps.find((s) => s.id === q.step), { done: q.body.done, at: iso(), desk: q.session.desk }); say(i, q.session, 'Step', 'Étape'); return act('incidents', i); }],
  ['POST', '/api/incidents/:id/log', (q) => { say(incidentOf(q.id), q.session, q.body.text); return act('incidents', incidentOf(q.id)); }],
  ['POST', '/api/incidents/:id/tasks', (q) => propose(incidentOf(q.id), q.body, q.session)],
  ['POST', '/api/incidents/:id/close', (q) => act('incidents', Object.assign(incidentOf(q.id), { state: 'CLOSED', outcome: q.body.outcome, closedAt: iso() }))],
  ['POST', '/api/incidents/:id/concern', (q) => { const receipt = `7K3M-9QZX-${String(concerns.length + 1000)}`; concerns.push({ receipt, category: q.body.category, categoryName: reference.concern.categories.find((c) => c.id === q.body.category).name, state: 'RAISED', service: null, serviceName: null, raisedAt: iso(), changedAt: iso(), needs: [], text: q.body.text, place: q.body.place ?? null, desk: q.session.desk, steps: [] }); return { receipt }; }],
  ['POST', '/api/tasks/:id/:wish', (q) => { const t = Object.assign(taskOf(q.id), { state: { approve: 'APPROVED', decline: 'DECLINED', cancel: 'CANCELLED' }[q.wish], approvedBy: q.session.desk, approvedAt: iso(), reason: q.body.reason ?? null }); say(incidentOf(t.incident), q.session, `Task ${q.wish}`, `Mission : ${q.wish}`); return act('tasks', t); }],
  ['POST', '/api/command/parameters', (q) => { night.parameters = { ...q.body, setBy: q.session.desk, setAt: iso() }; return { position: night.position, id: 'parameters' }; }],
  ['GET', '/api/protection/concerns', () => ({ concerns, services: [{ id: 'MEDICAL', name: both('Medical service', 'Service médical') }], results: [{ id: 'SAFE', name: both('In a place of safety', 'En lieu sûr') }], reasons: [{ id: 'ORDERED', name: both('Ordered by an authority', 'Ordonné par une autorité') }] })],
  ['GET', '/api/protection/concerns/:id', (q) => concerns.find((c) => c.receipt === q.id) ?? fail404()],
  ['POST', '/api/protection/concerns/:id/:wish', (q) => { Object.assign(concerns.find((c) => c.receipt === q.id), { state: { accept: 'ACCEPTED', refer: 'REFERRED', close: 'CLOSED', erase: 'ERASED' }[q.wish] }); return { position: 1, id: q.id }; }],
  ['GET', '/api/reports', () => [{ month: '2026-10', from: '2026-09-30T22:00:00Z', to: '2026-10-31T23:00:00Z' }, { month: '2026-11', from: '2026-10-31T23:00:00Z', to: '2026-11-30T23:00:00Z' }]],
  ['GET', '/api/audit', (q) => ({ rows: page(audit, q, (r) => r.id) })],
  ['GET', '/api/journal', (q) => ({ entries: page(Object.values(logs).flat().sort((a, b) => a.position - b.position).map((l) => ({ position: l.position, stream: 'incident', streamVersion: 1, type: l.type, version: 1, at: l.at, actor: { officer: l.officer, desk: l.desk }, marking: { originator: 'PAF', classification: 'OFFICIAL' }, body: l.text })), q, (e) => e.position) })],
];

function performance(from, to) {
  const source = (id, i, n) => ({ id, rule: null, alarms: 40 - i * 3, share: (40 - i * 3) / 210, verdicts: i === 3 ? {} : { WIND: 20 - i, ANIMAL: i, CONFIRMED: i % 3 }, meanAnswer_s: 40 + i * 17, chattering: i < 2 ? 9 : 0, stale: i === 4 ? 1 : 0, fleeting: n - i > 8 ? 3 : 0 });
  return { from, to, alarms: 210, suppressed: 34, floodShare: 0.023, floods: [], meanAnswer_s: 71, priorities: [['HIGH', 31, 0.05], ['MEDIUM', 120, 0.15], ['LOW', 59, 0.8]].map(([urgency, alarms, target]) => ({ urgency, alarms, share: alarms / 210, target })),
    sensors: reference.sensors.slice(0, 12).map((s, i) => source(s.id, i, 12)), places: reference.zones.slice(0, 8).map((z, i) => source(z.id, i, 8)) };
}

const page = (rows, q, key) => rows.filter((r) => key(r) > Number(q.url.searchParams.get('after') ?? 0)).slice(0, Number(q.url.searchParams.get('limit') ?? 100));
const past = (at) => JSON.parse(history.findLast((h) => JSON.parse(h).at <= at) ?? history[0] ?? JSON.stringify(night));

function match(pattern, path) {
  const [a, b] = [pattern.split('/'), path.split('/')];
  if (a.length !== b.length || !a.every((part, i) => part.startsWith(':') || part === b[i])) return null;
  return Object.fromEntries(a.flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(b[i])]] : [])));
}

function login(body, res) {
  const desk = reference.desks.find((d) => d.id === body.desk);
  if (!desk || body.password !== 'entente') throw no(401, 'Officer or password is wrong', 'Agent ou mot de passe incorrect');
  if (!desk.purposes.includes(body.purpose)) throw no(403, 'This purpose is not open at this desk', 'Cette finalité n’est pas ouverte à ce poste');
  const id = randomUUID();
  sessions.set(id, { officer: body.officer, desk: desk.id, deskName: desk.name, agency: desk.agency, agencyName: reference.agencies.find((a) => a.id === desk.agency)?.name ?? both(desk.agency, desk.agency),
    state: desk.state, role: desk.role, purpose: body.purpose, purposeName: purposes.find((p) => p.id === body.purpose)?.name ?? both(body.purpose, body.purpose), may: MAY[desk.role] });
  res.setHeader('Set-Cookie', [`S=${id}; HttpOnly; Path=/; SameSite=Strict`, 'XSRF-TOKEN=mock; Path=/']);
  return sessions.get(id);
}

function events(req, res) {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const last = req.headers['last-event-id'];
  const from = frames.findIndex((f) => f.id === last);
  if (from >= 0) frames.slice(from + 1).forEach((f) => res.write(f.text));
  else res.write(`id: m-${frame}\nevent: snapshot\ndata: ${JSON.stringify(night)}\n\n`);
  consoles.add(res);
  res.on('close', () => consoles.delete(res));
}

async function file(path, res) {
  const [root, name] = path.startsWith('/basemap/') ? [join(here, '../centre/src/main/resources'), path] : [join(here, 'dist'), path === '/' ? '/index.html' : path];
  const bytes = await readFile(join(root, normalize(name))).catch(() => null);
  if (!bytes) return res.writeHead(404).end();
  res.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY }).end(bytes);
}

const server = createServer(async (req, res) => {
  const url = new URL(req.url, 'http://mock');
  const session = sessions.get(/S=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1]);
  try {
    if (!url.pathname.startsWith('/api/')) return await file(url.pathname, res);
    const chunks = [];
    for await (const c of req) chunks.push(c);
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const send = (value) => res.setHeader('Content-Type', 'application/json').end(JSON.stringify(value));
    if (url.pathname === '/api/login') return send(login(body, res));
    if (url.pathname === '/api/logout') return void sessions.clear() ?? res.writeHead(204).end();
    if (!session && !['/api/door', '/api/clock', '/api/session'].includes(url.pathname)) throw no(401, 'Log in first', 'Connectez-vous d’abord');
    if (req.method === 'POST' && req.headers['x-xsrf-token'] !== 'mock') throw no(403, 'The request does not come from the console', 'La requête ne vient pas de la console');
    if (session) audit.push({ id: audit.length + 1, at: iso(), officer: session.officer, desk: session.desk, agency: session.agency, purpose: session.purpose, verb: 'CONSULT', what: url.pathname, justification: session.purpose });
    if (url.pathname === '/api/events') return events(req, res);
    const report = /^\/api\/reports\/([\d-]+)\/(en|fr)\.html$/.exec(url.pathname);
    if (report) return res.setHeader('Content-Type', 'text/html;charset=utf-8').end(`<!doctype html><html lang="${report[2]}"><title>${report[1]}</title><h1>${report[2] === 'fr' ? 'Rapport conjoint' : 'Joint report'} ${report[1]}</h1></html>`);
    for (const [method, pattern, answer] of ROUTES) {
      const found = method === req.method ? match(pattern, url.pathname) : null;
      if (found) return send(answer({ ...found, url, body, session }));
    }
    fail404();
  } catch (fault) {
    res.writeHead(fault.status ?? 500, { 'Content-Type': 'application/json' }).end(JSON.stringify({ refused: fault.refused ?? both(String(fault), String(fault)) }));
  }
});
server.listen(PORT, '127.0.0.1', () => console.log(`mock of the centre: http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => { clearInterval(beat); server.closeAllConnections(); server.close(); });
