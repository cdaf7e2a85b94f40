import type { en } from './en';

export type Key = keyof typeof en;
export type Words = Record<Key, string>;
export type Lang = 'en' | 'fr';
