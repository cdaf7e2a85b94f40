// Pictures of every page in both languages, both themes and two sizes, to be looked at by a person: node e2e/screenshots.mjs DIR
import { mkdir } from 'node:fs/promises';
import { ACCOUNTS, launch, login, newPage, until } from './browser.mjs';

const out = process.argv[2] ?? 'screenshots';
const only = process.argv[3] ?? '';
await mkdir(out, { recursive: true });
const browser = await launch();

/** The fused picture: why an alarm, why not, a track, and what could be seen. */
async function fused(page, path) {
  const shot = async (what) => { await page.waitForTimeout(1200); await page.screenshot({ path: `${path}-${what}.png` }); };
  const intrusions = page.locator('[data-alarm]');
  for (let i = 0; i < await intrusions.count() && !(await page.locator('.why').count()); i++) {
    await intrusions.nth(i).click();
    await page.waitForTimeout(500);
  }
  await shot('why');
  await page.locator('.detections button').first().focus().catch(() => {});
  await page.locator('#panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await shot('why-end');
  await page.emulateMedia({ media: 'print' });
  await shot('why-print');
  await page.emulateMedia({ media: null });
  await page.locator('#queue .head button').first().click();
  await page.waitForTimeout(600);
  await page.locator('#panel .pick').first().click().catch(() => {});
  await shot('near');
  await page.locator('.tracks > button').click();
  await shot('tracks');
  await page.locator('.tracks .pick').first().click().catch(() => {});
  await shot('track');
  await page.locator('.tools button[aria-expanded]').first().click();
  await page.locator('.sheet input[type=checkbox]').nth(6).check();
  await page.locator('.sites button').first().click();
  await shot('coverage');
}
const desks = Object.keys(ACCOUNTS);
const SIZES = [[1920, 1080, 'en', 'grey'], [1920, 1080, 'fr', 'night'], [1366, 768, 'fr', 'grey'], [1366, 768, 'en', 'night']];
for (const [width, height, lang, theme] of SIZES) {
  const name = `${width}-${lang}-${theme}`;
  if (only && !name.includes(only)) continue;
  for (const desk of desks) {
    const { context, page, faults } = await newPage(browser, { width, height, lang, theme });
    await login(page, desk);
    const tabs = await page.locator('nav .tab').count();
    if (await page.locator('#queue').count()) {
      await until('alarms', async () => (await page.locator('[data-row]').count()) > 0).catch(() => {});
      const incident = page.locator('[data-incident]').first();
      if (await incident.count()) await incident.click();
      await page.waitForTimeout(5000);
    }
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${out}/${name}-${desk}.png` });
    for (let i = 1; i < tabs; i++) {
      await page.locator('nav .tab').nth(i).click();
      await page.waitForTimeout(800);
      await page.screenshot({ path: `${out}/${name}-${desk}-page${i}.png` });
    }
    if (tabs > 1) await page.locator('nav .tab').first().click();
    if (await page.locator('#queue').count()) await fused(page, `${out}/${name}-${desk}`);
    if (faults.length) console.log(name, desk, faults);
    await context.close();
  }
}
await browser.close();
