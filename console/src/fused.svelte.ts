import { get } from './api';
import type { Coverage, Grounds, LonLat } from './types';

/** What a Why view rests on, and where it happened, for the map to draw. */
export type Evidence = { grounds: Grounds; place: LonLat | null };

/** What this desk looks at in the fused picture: the chosen track, the evidence that is open, the coverage asked for. */
class Fused {
  track = $state<string | null>(null);
  evidence = $state.raw<Evidence | null>(null);
  /** The observation under the pointer or the keyboard in the list of a Why view. */
  lit = $state<string | null>(null);
  /** Where the map is asked to go; each wish is a new object. */
  go = $state.raw<{ place: LonLat; zoom: number } | null>(null);
  covering = $state(false);
  coverage = $state.raw<Coverage | null>(null);
  coverageFault = $state.raw<unknown>(null);
  #wanted: { site: string; at: number | null } | null = null;
  #asking = false;

  /** Brings a place into view, at least close enough to tell two people apart. */
  show(place: LonLat, zoom = 15.5): void {
    this.go = { place, zoom };
  }

  /** Asks what could be seen of a site at a moment (null: now). Never two questions at once; of those that wait only the last counts. */
  async cover(site: string, at: number | null): Promise<void> {
    this.#wanted = { site, at };
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (this.#wanted !== null) {
        const wish: { site: string; at: number | null } = this.#wanted;
        this.#wanted = null;
        const moment = wish.at === null ? '' : `&at=${encodeURIComponent(new Date(wish.at).toISOString())}`;
        this.coverage = await get<Coverage>(`/api/coverage?site=${encodeURIComponent(wish.site)}${moment}`);
        this.coverageFault = null;
      }
    } catch (fault) {
      this.coverage = null;
      this.coverageFault = fault;
    } finally {
      this.#asking = false;
    }
  }
}

export const fused = new Fused();
