import { get, post, Refused, whenLoggedOut } from './api';
import { clock } from './clock.svelte';
import { fused } from './fused.svelte';
import { zone } from './i18n/say.svelte';
import { apply, EMPTY, fromSnapshot, type Picture } from './picture';
import { follow } from './stream';
import type { Action, Clock, Delta, Door, Reference, Session, Snapshot } from './types';

export type Page = 'room' | 'sensors' | 'reports' | 'audit' | 'journal' | 'concerns' | 'performance';
export type Open = { alarm: string } | { incident: string } | null;
export type Panel = 'case' | 'units' | 'command' | 'near';
export type Link = { state: 'connecting' | 'live' | 'cut'; since: number; lastWordMs: number };

/** What this desk has before it: who sits here, the reference, the live picture, a past one while replaying, and what is open. */
class Desk {
  door = $state.raw<Door | null>(null);
  session = $state.raw<Session | null>(null);
  ended = $state(false);
  reference = $state.raw<Reference | null>(null);
  live = $state.raw<Picture>(EMPTY);
  past = $state.raw<Picture | null>(null);
  link = $state.raw<Link>({ state: 'connecting', since: Date.now(), lastWordMs: 0 });
  page = $state<Page>('room');
  open = $state.raw<Open>(null);
  panel = $state<Panel>('case');
  /** Which form is asked for by a key; the form itself takes it back when it opens. */
  form = $state<'propose' | 'concern' | 'close' | 'report' | null>(null);
  readonly shown: Picture = $derived(this.past ?? this.live);
  readonly replaying: boolean = $derived(this.past !== null);

  #coming: Picture = EMPTY;
  #flushing = false;
  #stop: () => void = () => {};

  may(action: Action): boolean {
    return this.session?.may.includes(action) ?? false;
  }

  /** Whether an act may be offered now: allowed to this session, and not while looking at the past. */
  can(action: Action): boolean {
    return !this.replaying && this.may(action);
  }

  async arrive(): Promise<void> {
    whenLoggedOut.call = () => this.leave(true);
    this.door = await get<Door>('/api/door');
    clock.set(this.door.clock);
    try {
      await this.sit(await get<Session>('/api/session'));
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.status !== 401) throw fault;
    }
  }

  async login(wish: { officer: string; password: string; desk: string; purpose: string }): Promise<void> {
    const session = await post<Session>('/api/login', wish);
    await this.sit(session);
  }

  async logout(): Promise<void> {
    await post('/api/logout').catch(() => {});
    this.leave(false);
  }

  private async sit(session: Session): Promise<void> {
    this.reference = await get<Reference>('/api/reference');
    zone.id = this.reference.centre.timeZone;
    this.session = session;
    this.ended = false;
    this.page = this.pages()[0] ?? 'room';
    this.panel = this.may('SET_PARAMETERS') ? 'command' : 'case';
    if (this.may('SEE_PICTURE')) this.#stop = this.followPicture();
  }

  private leave(ended: boolean): void {
    this.#stop();
    this.session = null;
    this.ended = ended;
    this.live = EMPTY;
    this.#coming = EMPTY;
    this.past = null;
    this.open = null;
    this.form = null;
    fused.track = null;
  }

  /** The pages open to this session, the first is where it starts. */
  pages(): Page[] {
    const all: [Page, boolean][] = [
      ['room', this.may('SEE_PICTURE')], ['concerns', this.may('WORK_CONCERNS')], ['audit', this.may('READ_AUDIT')],
      ['journal', this.may('READ_JOURNAL')], ['reports', this.may('READ_REPORTS')],
      ['sensors', this.may('SEE_PICTURE')],
      ['performance', this.may('READ_ALARM_PERFORMANCE')],
      ['room', this.may('REPLAY') && !this.may('SEE_PICTURE')],
    ];
    return all.filter(([, open]) => open).map(([page]) => page);
  }

  private followPicture(): () => void {
    this.link = { state: 'connecting', since: Date.now(), lastWordMs: 0 };
    return follow('/api/events', {
      event: (e) => {
        if (e.event === 'snapshot') this.#coming = fromSnapshot(JSON.parse(e.data) as Snapshot);
        else if (e.event === 'delta') this.#coming = apply(this.#coming, JSON.parse(e.data) as Delta);
        this.flushSoon();
      },
      alive: () => {
        const now = Date.now();
        if (this.link.state !== 'live') {
          this.link = { state: 'live', since: now, lastWordMs: now };
          void get<Clock>('/api/clock').then((c) => clock.set(c), () => {});
        } else if (now - this.link.lastWordMs > 900) {
          this.link = { ...this.link, lastWordMs: now };
        }
      },
      cut: (_, status) => {
        if (status === 401) this.leave(true);
        else if (this.link.state !== 'cut') this.link = { ...this.link, state: 'cut', since: Date.now() };
      },
    });
  }

  /** At most one new picture per frame reaches the screen, however many deltas came; a hidden tab takes four a second. */
  private flushSoon(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    const flush = (): void => {
      this.#flushing = false;
      this.live = this.#coming;
    };
    if (document.hidden) setTimeout(flush, 250);
    else requestAnimationFrame(flush);
  }
}

export const desk = new Desk();
