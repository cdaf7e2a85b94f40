import { get } from './api';
import { clock } from './clock.svelte';
import { desk } from './desk.svelte';
import { fromSnapshot } from './picture';
import type { Snapshot } from './types';

export const SPEEDS = [1, 2, 5, 10, 30, 60] as const;
const BEAT_MS = 1000;

/** Walking through the past: one moment at a time from `/api/picture?at=`, never two questions at once. */
class Replay {
  from = $state(0);
  to = $state(0);
  at = $state(0);
  playing = $state(false);
  fetching = $state(false);
  fault = $state<unknown>(null);
  speed = $state<number>(10);
  #wanted: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** What can be replayed, asked again each time, because it grows. */
  async readSpan(): Promise<void> {
    const span = await get<{ from: string; to: string }>('/api/replay/span');
    this.from = Date.parse(span.from);
    this.to = Math.max(Date.parse(span.to), clock.now);
  }

  async goTo(at: number): Promise<void> {
    const to = Math.max(this.from, Math.min(at, this.to));
    this.at = to;
    this.#wanted = to;
    if (this.fetching) return;
    this.fetching = true;
    try {
      while (this.#wanted !== null) {
        const moment = new Date(this.#wanted).toISOString();
        this.#wanted = null;
        const then = fromSnapshot(await get<Snapshot>(`/api/picture?at=${encodeURIComponent(moment)}`));
        if (this.at !== 0) desk.past = then;
      }
      this.fault = null;
    } catch (fault) {
      this.fault = fault;
      this.pause();
    } finally {
      this.fetching = false;
    }
  }

  play(): void {
    this.playing = true;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (this.at >= this.to) this.pause();
      else if (!this.fetching) void this.goTo(this.at + BEAT_MS * this.speed);
    }, BEAT_MS);
  }

  pause(): void {
    this.playing = false;
    clearInterval(this.#timer);
  }

  backToLive(): void {
    this.pause();
    this.at = 0;
    this.#wanted = null;
    this.fault = null;
    desk.past = null;
  }
}

export const replay = new Replay();
