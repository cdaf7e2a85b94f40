import type { Lang } from './i18n/words';
import { wear, type Theme } from './theme/tokens';

/** What a person likes on this machine: language, theme, sound. Kept in the browser, nothing about the work. */
class Prefs {
  lang = $state<Lang>(kept('lang', ['en', 'fr'], navigator.language.startsWith('fr') ? 'fr' : 'en'));
  theme = $state<Theme>(kept('theme', ['grey', 'night'], 'grey'));
  sound = $state<'on' | 'off'>(kept('sound', ['on', 'off'], 'on'));

  switchLang(): void {
    this.lang = this.lang === 'en' ? 'fr' : 'en';
    this.wear();
  }

  switchTheme(): void {
    this.theme = this.theme === 'grey' ? 'night' : 'grey';
    this.wear();
  }

  switchSound(): void {
    this.sound = this.sound === 'on' ? 'off' : 'on';
    this.wear();
  }

  wear(): void {
    document.documentElement.lang = this.lang;
    wear(this.theme);
    localStorage.setItem('lang', this.lang);
    localStorage.setItem('theme', this.theme);
    localStorage.setItem('sound', this.sound);
  }
}

function kept<V extends string>(key: string, allowed: readonly V[], otherwise: V): V {
  const value = localStorage.getItem(key);
  return allowed.find((v) => v === value) ?? otherwise;
}

export const prefs = new Prefs();
