import type { HealthRow, SensorHealth } from './types';

export const COLUMNS = ['sensor', 'health', 'age', 'heartbeat', 'believed', 'drift', 'detections', 'clutter'] as const;
export type Column = (typeof COLUMNS)[number];
export type Order = { column: Column; down: boolean };

const WORST_FIRST: readonly SensorHealth[] = ['FAULT', 'SILENT', 'UNKNOWN', 'OK'];
/** A sensor that missed this many of its own heartbeats in a row is worth a look before it counts as silent. */
const MISSED = 2;

/** Whether somebody should look at this sensor: not well, no longer believed, misaligned, or late by its own heartbeat. */
export function needsAttention(row: HealthRow, now: number): boolean {
  return row.health !== 'OK' || !row.believed || row.drift?.misaligned === true || late(row, now);
}

export function late(row: HealthRow, now: number): boolean {
  return row.lastAt !== null && row.heartbeatSeconds !== null && now - Date.parse(row.lastAt) > row.heartbeatSeconds * 1000 * MISSED;
}

/** How far a sensor has moved from where it was surveyed, in metres. */
export const driftM = (row: HealthRow): number | null => row.drift && Math.hypot(row.drift.eastMetres, row.drift.northMetres);

/** Rows in the wished order. What is not known comes last either way; the id settles a draw. */
export function sorted(rows: readonly HealthRow[], order: Order): HealthRow[] {
  const way = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a, order.column), value(b, order.column)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.sensor.localeCompare(b.sensor);
    return way * (typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y)) || a.sensor.localeCompare(b.sensor);
  });
}

function value(row: HealthRow, column: Column): string | number | null {
  switch (column) {
    case 'sensor': return row.sensor;
    case 'health': return WORST_FIRST.indexOf(row.health);
    case 'age': return row.lastAt === null ? null : -Date.parse(row.lastAt);
    case 'heartbeat': return row.heartbeatSeconds;
    case 'believed': return Number(row.believed);
    case 'drift': return driftM(row);
    case 'detections': return row.detectionsPerMinute;
    case 'clutter': return row.clutterPerScan;
  }
}
