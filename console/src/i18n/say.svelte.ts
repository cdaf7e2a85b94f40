import { prefs } from '../prefs.svelte';
import type { Text } from '../types';
import { en } from './en';
import { fr } from './fr';
import type { Key } from './words';

/** The time zone of the centre; set once the reference is known. */
export const zone = $state({ id: 'Europe/Paris' });

/** A sentence of the console in the user's language. Reading it in a template follows the language switch. */
export function t(key: Key, places: Record<string, string | number> = {}): string {
  const words = prefs.lang === 'fr' ? fr : en;
  return words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(places[name] ?? ''));
}

/** A sentence of the centre in the user's language. */
export function say(text: Text | null | undefined): string {
  return text ? (prefs.lang === 'fr' ? text.fr : text.en) : '';
}

const locale = (): string => (prefs.lang === 'fr' ? 'fr-FR' : 'en-GB');
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${zone.id} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale(), { timeZone: zone.id, hourCycle: 'h23', ...options });
  formats.set(key, made);
  return made;
}

const shown = (when: string | number | null | undefined, options: Intl.DateTimeFormatOptions): string => {
  const ms = typeof when === 'number' ? when : Date.parse(when ?? '');
  return Number.isFinite(ms) ? format(options).format(ms) : '–';
};

export const timeS = (when: string | number | null | undefined): string =>
  shown(when, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
export const timeM = (when: string | number | null | undefined): string => shown(when, { hour: '2-digit', minute: '2-digit' });
export const day = (when: string | number | null | undefined): string =>
  shown(when, { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' });
export const dayTime = (when: string | number | null | undefined): string =>
  shown(when, { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
export const month = (yyyyMm: string): string => {
  const made = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return made.format(Date.parse(`${yyyyMm}-01T00:00:00Z`));
};
export const number = (n: number, digits = 0): string =>
  n.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A length of time in the one or two units that matter: `42 s`, `3 min`, `2 h 05`. */
export function age(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min`;
  return `${Math.floor(s / 3600)} h ${String(Math.floor((s % 3600) / 60)).padStart(2, '0')}`;
}

export function distance(m: number): string {
  return m < 995 ? `${number(Math.round(m / 10) * 10)} m` : `${number(m / 1000, 1)} km`;
}
