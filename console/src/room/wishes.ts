import { post } from '../api';
import { desk } from '../desk.svelte';
import type { Alarm, Verdict } from '../types';

type Done = { position: number; id: string };

/** Takes an alarm and opens the incident it became. */
export async function take(alarm: Pick<Alarm, 'id'>): Promise<Done> {
  const done = await post(`/api/alarms/${encodeURIComponent(alarm.id)}/take`);
  desk.open = { incident: done.id };
  desk.panel = 'case';
  return done;
}

const alarm = (id: string, act: string, body = {}): Promise<Done> => post(`/api/alarms/${encodeURIComponent(id)}/${act}`, body);

export const dismiss = (id: string, reason: string, verdict: Verdict): Promise<Done> => alarm(id, 'dismiss', { reason, verdict });
export const acknowledge = (id: string): Promise<Done> => alarm(id, 'acknowledge');
export const shelve = (id: string, reason: string, until: string): Promise<Done> => alarm(id, 'shelve', { reason, until });
export const unshelve = (id: string): Promise<Done> => alarm(id, 'unshelve');
export const suppress = (wish: { place?: string; sensor?: string; reason: string; from: string; until: string }): Promise<Done> =>
  post('/api/suppressions', wish);
export const lift = (id: string): Promise<Done> => post(`/api/suppressions/${encodeURIComponent(id)}/lift`);

export async function report(wish: { kind: string; place?: string; text: string }): Promise<Done> {
  const done = await post('/api/incidents', wish);
  desk.open = { incident: done.id };
  return done;
}

const incident = (id: string, act: string): string => `/api/incidents/${encodeURIComponent(id)}/${act}`;

export const tick = (id: string, step: string, done: boolean): Promise<Done> => post(incident(id, `steps/${encodeURIComponent(step)}`), { done });
export const note = (id: string, text: string): Promise<Done> => post(incident(id, 'log'), { text });
export const propose = (id: string, wish: { unit: string; instruction: string; note?: string }): Promise<Done> => post(incident(id, 'tasks'), wish);
export const close = (id: string, wish: { outcome: string; note?: string }): Promise<Done> => post(incident(id, 'close'), wish);
export const raiseConcern = (id: string, wish: { category: string; needs: string[]; text: string; place?: string }): Promise<{ receipt: string }> =>
  post(incident(id, 'concern'), wish);

const task = (id: string, act: string, body = {}): Promise<Done> => post(`/api/tasks/${encodeURIComponent(id)}/${act}`, body);

export const approve = (id: string): Promise<Done> => task(id, 'approve');
export const decline = (id: string, reason: string): Promise<Done> => task(id, 'decline', { reason });
export const cancel = (id: string, reason: string): Promise<Done> => task(id, 'cancel', { reason });

export const setParameters = (posture: string, objectives: string): Promise<Done> => post('/api/command/parameters', { posture, objectives });
