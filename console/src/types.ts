/** The shapes of docs/api.md, as the console reads them. Times are RFC 3339 UTC, positions WGS 84 degrees. */

/** A sentence for people, in both languages. */
export type Text = { en: string; fr: string };
export type LonLat = [number, number];

export type Clock = { now: string; start: string; speed: number; exercise: boolean };

export type Role =
  | 'OFFICER' | 'FREIGHT' | 'ANALYST' | 'COMMANDER' | 'GOLD' | 'SAFEGUARDING' | 'PROGRAMME' | 'AUDITOR' | 'ADMINISTRATOR';

/** The actions of the access table that change what the console shows. */
export type Action =
  | 'SEE_PICTURE' | 'REPLAY' | 'SEE_INCIDENT' | 'TAKE_ALARM' | 'DISMISS_ALARM' | 'ACKNOWLEDGE_ALARM' | 'SHELVE_ALARM'
  | 'SUPPRESS_ALARMS' | 'READ_ALARM_PERFORMANCE' | 'REPORT_INCIDENT' | 'TICK_STEP' | 'NOTE'
  | 'PROPOSE_TASK' | 'APPROVE_TASK' | 'DECLINE_TASK' | 'CANCEL_TASK' | 'CLOSE_INCIDENT' | 'RAISE_CONCERN' | 'SET_PARAMETERS'
  | 'EXPORT_EVIDENCE' | 'WORK_CONCERNS' | 'ERASE_SUBJECT' | 'READ_REPORTS' | 'READ_AUDIT' | 'READ_JOURNAL';

export type Session = {
  officer: string; desk: string; deskName: Text; agency: string; agencyName: Text; state: string; role: Role;
  purpose: string; purposeName: Text; may: string[];
};

export type DoorDesk = { id: string; name: Text; agency: string; agencyName: Text; state: string };
export type Door = { centre: Text; demo: boolean; clock: Clock; desks: DoorDesk[]; purposes: { id: string; name: Text }[] };

export type SensorHealth = 'OK' | 'SILENT' | 'FAULT' | 'UNKNOWN';
export type SensorState = { health: SensorHealth; lastAt: string | null; property: string | null; value: string | null };
export type UnitStatus = 'ON_AIR' | 'STALE' | 'OFF_AIR';
export type UnitState = {
  callsign: string; lat: number; lon: number; course: number | null; speed: number | null;
  time: string; stale: string | null; type: string; status: UnitStatus;
};
export type AlarmState = 'RAISED' | 'ACKNOWLEDGED' | 'TAKEN' | 'DISMISSED' | 'RETURNED' | 'SHELVED' | 'SUPPRESSED';
export const VERDICTS = ['ANIMAL', 'WIND', 'OWN_FORCES', 'EQUIPMENT', 'LAWFUL_ACTIVITY', 'NOTHING_FOUND', 'OTHER'] as const;
export type Verdict = (typeof VERDICTS)[number] | 'CONFIRMED';
export type Alarm = {
  id: string; kind: string | null; lifeAtRisk: boolean; priority: number; place: string | null; placeName: Text | null;
  site: string | null; lat: number | null; lon: number | null; raisedAt: string; state: AlarmState; why: Text | null;
  takenBy: string | null; incident: string | null; restricted: boolean; returned?: boolean;
  acknowledged?: { desk: string; at: string } | null; shelved?: { desk: string; reason: string; since: string; until: string } | null;
  suppression?: string | null; verdict?: Verdict | null;
};
export type Step = { id: string; done: boolean; at: string | null; desk: string | null };
export type Incident = {
  id: string; kind: string; lifeAtRisk: boolean; title: Text; place: string | null; placeName: Text | null; site: string | null;
  lat: number | null; lon: number | null; openedAt: string; lead: string | null; state: 'OPEN' | 'CLOSED'; restricted?: boolean; text?: string | null; outcome: string | null;
  closedAt: string | null; alarms: string[]; procedure: string | null; steps: Step[]; tasks: string[];
};
export type TaskState = 'PROPOSED' | 'APPROVED' | 'DECLINED' | 'RECEIVED' | 'ACCEPTED' | 'UNABLE' | 'DONE' | 'CANCELLED';
export type Task = {
  id: string; incident: string; unit: string; callsign: string; instruction: string; note: string | null; state: TaskState;
  proposedBy: string; approvedBy: string | null; proposedAt: string; approvedAt: string | null; receivedAt: string | null;
  acceptedAt: string | null; doneAt: string | null; reason: string | null;
};
export type Posture = 'NORMAL' | 'REINFORCED' | 'CRISIS';
export type Parameters = { posture: Posture; objectives: string; setBy: string | null; setAt: string | null };
export type Load = {
  observationsPerSecond: number; queue: number; shedPositions: number; refusedReadings: number; malformed: number; degraded: Text[];
};

/** Objects, never attributes of a person. */
export type TrackClass = 'person' | 'vehicle' | 'animal';
export type Track = {
  site: string | null; lat: number; lon: number; course: number | null; speed: number | null;
  /** One sigma: semi-major and semi-minor axis in metres, bearing of the major axis in degrees true. */
  sigma: [number, number, number];
  existence: number; class: Partial<Record<TrackClass, number>>; own: string | null; since: string; lastAt: string; alarm: string | null;
  sensors?: string[];
};

export type Suppression = {
  id: string; place: string | null; sensor: string | null; reason: string; from: string; until: string; desk: string; enteredAt: string;
  state: 'ENTERED' | 'LIFTED' | 'ENDED'; endedAt: string | null;
};
export type Band = 'ACCEPTABLE' | 'MANAGEABLE' | 'OVER' | 'FLOOD';
export type Rate = { last10min: number; lastHour: number; band: Band };
export type AlarmRate = {
  perDesk: (Rate & { desk: string; handled10min: number; handledHour: number })[]; centre: Rate; flood: boolean; since: string | null;
};
export type AlarmSource = {
  id: string; rule: string | null; alarms: number; share: number; verdicts: Partial<Record<Verdict, number>>; meanAnswer_s: number | null;
  chattering: number; stale: number; fleeting: number;
};
export type Performance = {
  from: string; to: string; alarms: number; suppressed: number; floodShare: number; floods: { since: string; until: string }[];
  meanAnswer_s: number | null; priorities: { urgency: 'HIGH' | 'MEDIUM' | 'LOW'; alarms: number; share: number; target: number }[];
  sensors: AlarmSource[]; places: AlarmSource[];
};

export type Snapshot = {
  at: string; seq: number; position: number; live: boolean;
  tracks?: Record<string, Track | null> | null;
  sensors: Record<string, SensorState>; units: Record<string, UnitState>;
  alarms: Alarm[]; incidents: Incident[]; tasks: Task[]; parameters: Parameters | null; load: Load | null;
  suppressions?: Suppression[]; alarmRate?: AlarmRate | null;
};
export type Delta = Partial<Snapshot>;

export type LogLine = { position: number; at: string; desk: string; officer: string; type: string; text: Text };
export type IncidentFile = Incident & { log: LogLine[] };
export type Observation = { id: string; sensor: string; property: string; result: unknown; phenomenonTime: string; receivedAt: string };
export type AlarmFile = Alarm & { rule: { id: string; text: Text }; observations: Observation[]; grounds?: Grounds | null };

/** Why an alarm was raised, or was not: values are natural log-odds. */
export type Grade = 'A' | 'B' | 'C' | 'D';
export type Term = { code: string; name: Text; value: number; text: Text };
export type Detection = { observation: string; sensor: string; lat: number | null; lon: number | null; bearing?: number | null; at: string; weight: number };
export type Grounds = {
  logOdds: number; threshold: number; grade: Grade; track: string | null; terms: Term[]; detections: Detection[];
  unseen: { sensor: string; reason: Text }[]; suppressors: Text[];
};
export type NearMiss = {
  id: string; at: string; site: string | null; place: string | null; placeName: Text | null; lat: number | null; lon: number | null;
  reason: Text; grounds: Grounds | null;
};
export type Drift = { azimuthDegrees: number; eastMetres: number; northMetres: number; samples: number; misaligned: boolean };
export type HealthRow = {
  sensor: string; health: SensorHealth; lastAt: string | null; heartbeatSeconds: number | null; believed: boolean; disbelief: Text | null;
  drift: Drift | null; detectionsPerMinute: number | null; clutterPerScan: number | null;
};
export type Sight = 'SEEING' | 'SILENT' | 'FAULT' | 'UNKNOWN' | 'DISBELIEVED';
export type Coverage = {
  at: string; site: string; footprints: { sensor: string; kind: string; geometry: GeoJSON.Geometry; state: Sight }[];
  gaps: GeoJSON.MultiPolygon | null;
};

export type Named = { id: string; name: Text };
export type Site = Named & { kind: string; center: LonLat; zoom: number };
export type Zone = Named & { site: string; kind: string; geometry: GeoJSON.Geometry; lengthM?: number };
export type Sensor = Named & { kind: string; site: string; zone: string | null; position: LonLat; properties: { property: string; unit: string }[] };
export type Camera = Named & { site: string; zone?: string; position: LonLat; bearing: number; fov: number; rangeM: number; kind: string };
export type Unit = Named & { callsign: string; agency: string; state: string; kind: string; home: LonLat; sidc: string };
export type Procedure = Named & { kind: string; lifeAtRisk: boolean; source: string; steps: { id: string; text: Text }[] };
export type Kind = Named & { lifeAtRisk: boolean; priority: number };
export type Reference = {
  centre: { id: string; name: Text; states: string[]; operationalCommand: string; timeZone: string;
    basemap?: { raster?: string; attribution?: string } };
  agencies: (Named & { short: string; state: string })[];
  desks: (Named & { agency: string; state: string; role: Role })[];
  sites: Site[]; zones: Zone[]; sensors: Sensor[]; cameras: Camera[]; units: Unit[]; procedures: Procedure[];
  outcomes: Named[]; kinds: Kind[]; instructions: Named[];
  concern: { categories: Named[]; needs: Named[] };
};

export type ConcernLine = {
  receipt: string; category: string; categoryName: Text; state: 'RAISED' | 'ACCEPTED' | 'REFERRED' | 'CLOSED' | 'ERASED';
  service: string | null; serviceName: Text | null; raisedAt: string; changedAt: string;
};
export type Concerns = { concerns: ConcernLine[]; services: Named[]; results: Named[]; reasons: Named[] };
export type Concern = ConcernLine & {
  needs: Named[] | null; text: string | null; place: string | null; desk: string | null;
  steps: { at: string; officer: string; desk: string; text: Text }[];
};
export type AuditRow = { id: number; at: string; officer: string; desk: string; agency: string; purpose: string; verb: 'COLLECT' | 'ALTER' | 'CONSULT' | 'DISCLOSE' | 'COMBINE' | 'ERASE'; what: string; justification: string | null };
export type JournalEntry = { position: number; stream: string; streamVersion: number; type: string; version: number; at: string; actor: unknown; marking: unknown; body: unknown };
