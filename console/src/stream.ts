import { backoffMs, sseParser, type SseEvent } from './sse';

export type StreamListener = {
  event(e: SseEvent): void;
  /** Bytes came (an event or a ping): the link lives. */
  alive(): void;
  cut(why: 'ended' | 'silent' | 'unreachable' | 'refused', status: number): void;
};

/** Nothing for this long, not even a ping (every 15 s), means that the line is dead though nobody said so. */
const SILENCE_MS = 25_000;

/**
 * Reads `/api/events` for ever and resumes after each cut with the id of the last event it has. It reads by fetch and not by
 * EventSource, because only so a refused log-in can be told from a cut line, a ping counts as a sign of life, and
 * `Last-Event-ID` survives an answer of 502 or 503.
 *
 * @returns how to stop
 */
export function follow(path: string, listener: StreamListener): () => void {
  let stopped = false;
  let lastId: string | null = null;
  let tries = 0;
  let abort = new AbortController();
  let wake: () => void = () => {};

  async function once(): Promise<void> {
    abort = new AbortController();
    const watch = watchdog(abort);
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (lastId !== null) headers['Last-Event-ID'] = lastId;
      const response = await fetch(path, { headers, credentials: 'same-origin', cache: 'no-store', signal: abort.signal });
      if (!response.ok || !response.body) {
        listener.cut('refused', response.status);
        return;
      }
      const parse = sseParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || stopped) break;
        watch.feed();
        tries = 0;
        listener.alive();
        for (const event of parse(value)) {
          listener.event(event);
          if (event.id !== null) lastId = event.id;
        }
      }
      if (!stopped) listener.cut('ended', 200);
    } catch {
      if (!stopped) listener.cut(watch.barked() ? 'silent' : 'unreachable', 0);
    } finally {
      watch.stop();
    }
  }

  async function forever(): Promise<void> {
    while (!stopped) {
      await once();
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, backoffMs(tries++, Math.random()));
        wake = () => { clearTimeout(timer); resolve(); };
      });
    }
  }

  const online = (): void => wake();
  window.addEventListener('online', online);
  void forever();
  return () => {
    stopped = true;
    window.removeEventListener('online', online);
    abort.abort();
    wake();
  };
}

function watchdog(abort: AbortController): { feed(): void; barked(): boolean; stop(): void } {
  let barked = false;
  const bark = (): void => { barked = true; abort.abort(); };
  let timer = setTimeout(bark, SILENCE_MS);
  return {
    feed() { clearTimeout(timer); timer = setTimeout(bark, SILENCE_MS); },
    barked: () => barked,
    stop() { clearTimeout(timer); },
  };
}
