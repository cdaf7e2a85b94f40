import type { Text } from './types';

/** The centre said no, or could not be reached. `text` is for the person at the desk, `status` is HTTP's (0: no answer). */
export class Refused extends Error {
  constructor(readonly status: number, readonly text: Text | null, readonly retryAfterS: number | null = null) {
    super(text?.en ?? `HTTP ${status}`);
  }
}

/** Called when the centre no longer knows this session. */
export const whenLoggedOut = { call: (): void => {} };

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await reach(path, { headers: { Accept: 'application/json' }, signal: signal ?? null }), path);
}

export async function post<T = { position: number; id: string }>(path: string, body: unknown = {}): Promise<T> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') };
  return answer<T>(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }), path);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', cache: 'no-cache', ...init });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw new Refused(0, null);
  }
}

async function answer<T>(response: Response, path: string): Promise<T> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  if (response.status === 401 && path !== '/api/login' && path !== '/api/session') whenLoggedOut.call();
  const after = Number(response.headers.get('Retry-After'));
  throw new Refused(response.status, await refusal(response), after > 0 ? after : null);
}

async function refusal(response: Response): Promise<Text | null> {
  const body: unknown = await response.json().catch(() => null);
  const text = (body as { refused?: Text } | null)?.refused;
  return text && typeof text.en === 'string' && typeof text.fr === 'string' ? text : null;
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((c) => c.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
