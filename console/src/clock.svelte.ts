import { get } from './api';
import type { Clock } from './types';

/** The centre's clock (real, or an exercise clock with its own speed), carried on between two readings of `/api/clock`. */
class CentreClock {
  /** Milliseconds since the epoch on the centre's clock, moved on once a second. */
  now = $state(Date.now());
  exercise = $state(false);
  speed = $state(1);
  #atNow = Date.now();
  #readAt = performance.now();

  set(clock: Clock): void {
    this.#atNow = Date.parse(clock.now);
    this.#readAt = performance.now();
    this.exercise = clock.exercise;
    this.speed = clock.speed;
    this.tick();
  }

  tick(): void {
    this.now = this.#atNow + (performance.now() - this.#readAt) * this.speed;
  }

  /** Ticks every second and reads the centre's clock again every half minute. */
  start(): void {
    setInterval(() => this.tick(), 1000);
    setInterval(() => void get<Clock>('/api/clock').then((c) => this.set(c), () => {}), 30_000);
  }
}

export const clock = new CentreClock();
