// What every browser check shares: Chromium by playwright-core, and the log-in. Where to go and as whom comes from the environment:
//   ENTENTE_URL       http://127.0.0.1:8080 unless told
//   ENTENTE_CHROMIUM  /usr/bin/chromium unless told
//   ENTENTE_ACCOUNTS  JSON {desk: {officer, password, purpose}}; or, for one desk, ENTENTE_OFFICER, ENTENTE_PASSWORD, ENTENTE_DESK, ENTENTE_PURPOSE
import { chromium } from 'playwright-core';

export const BASE = (process.env.ENTENTE_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const one = process.env.ENTENTE_DESK
  ? { [process.env.ENTENTE_DESK]: { officer: process.env.ENTENTE_OFFICER, password: process.env.ENTENTE_PASSWORD, purpose: process.env.ENTENTE_PURPOSE ?? 'OPERATIONS' } } : {};
export const ACCOUNTS = { ...JSON.parse(process.env.ENTENTE_ACCOUNTS ?? '{}'), ...one };

export function launch() {
  return chromium.launch({
    executablePath: process.env.ENTENTE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'],
  });
}

/** A new window, and everything that went wrong in it: faults of the page and refusals of the content security policy. */
export async function newPage(browser, { width = 1920, height = 1080, lang = 'en', theme = 'grey' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: lang === 'fr' ? 'fr-FR' : 'en-GB' });
  await context.addInitScript(([l, t]) => { if (!localStorage.getItem('lang')) { localStorage.setItem('lang', l); localStorage.setItem('theme', t); localStorage.setItem('sound', 'off'); } }, [lang, theme]);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (e) => faults.push(String(e)));
  page.on('console', (m) => { if (m.type() === 'error' && !/status of 40[13]|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/.test(m.text())) faults.push(m.text()); });
  return { context, page, faults };
}

export async function login(page, desk, account = ACCOUNTS[desk]) {
  if (!account) throw new Error(`no account for desk ${desk}: set ENTENTE_ACCOUNTS`);
  await page.goto(BASE);
  await page.fill('input[name=officer]', account.officer);
  await page.fill('input[name=password]', account.password);
  await page.selectOption('select[name=desk]', desk);
  await page.selectOption('select[name=purpose]', account.purpose);
  await page.click('form button.main');
  await page.waitForSelector('header h1');
}

/** Waits until it holds, or says what did not come. */
export async function until(what, holds, ms = 15_000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await holds()) return;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(`not within ${ms} ms: ${what}`);
}

export function check(what, ok, detail = '') {
  if (!ok) throw new Error(`${what}${detail && `: ${detail}`}`);
  console.log(`ok  ${what}`);
}
