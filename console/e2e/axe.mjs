// axe-core on every page a desk can reach, in both languages and both themes: node e2e/axe.mjs [part of a desk's name]
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ACCOUNTS, BASE, check, launch, login, newPage, until } from './browser.mjs';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launch();
let found = 0;

async function look(page, where) {
  const { violations } = await page.evaluate(async () => globalThis.axe.run(document, { resultTypes: ['violations'], iframes: false }));
  found += violations.length;
  for (const v of violations) console.log(`${where}: ${v.id} (${v.impact}) ${v.help}\n    ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.any.map((a) => a.message).join('; ')}`).join('\n    ')}`);
}

/** The content security policy forbids scripts from outside; axe comes in by the debugger's door. */
const enter = (page) => page.evaluate(source);

for (const [lang, theme] of [['en', 'grey'], ['fr', 'grey'], ['en', 'night'], ['fr', 'night']]) {
  const where = `${lang} ${theme}`;
  const door = await newPage(browser, { lang, theme, width: 1366, height: 768 });
  await door.page.goto(BASE);
  await door.page.waitForSelector('form');
  await enter(door.page);
  await look(door.page, `${where} log-in`);
  await door.context.close();
  for (const desk of Object.keys(ACCOUNTS).filter((d) => d.includes(process.argv[2] ?? ''))) {
    const { context, page, faults } = await newPage(browser, { lang, theme });
    await login(page, desk);
    await enter(page);
    const tabs = Math.max(1, await page.locator('nav .tab').count());
    for (let i = 0; i < tabs; i++) {
      if (tabs > 1) await page.locator('nav .tab').nth(i).click();
      await page.waitForTimeout(400);
      await look(page, `${where} ${desk} page ${i}`);
      if (await page.locator('#queue').count()) await lookAtRoom(page, `${where} ${desk}`);
    }
    check(`no fault on the pages of ${desk}, ${where}`, faults.length === 0, faults.join('\n'));
    await context.close();
  }
}

async function lookAtRoom(page, where) {
  if (await page.locator('.link').count()) await until('a picture', async () => (await page.locator('.link.live').count()) > 0);
  for (const row of ['[data-alarm]', '[data-incident]']) {
    if (!(await page.locator(row).count())) continue;
    await page.locator(row).first().click();
    await page.waitForTimeout(400);
    await look(page, `${where} case ${row}`);
    await lookAtForms(page, `${where} forms of ${row}`);
  }
  await page.locator('#queue .toggle').click();
  await look(page, `${where} set aside`);
  for (const key of ['p', 'c']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await look(page, `${where} forms`);
  await page.keyboard.press('Escape');
  await page.locator('#tab-units').click();
  await look(page, `${where} units`);
  await page.locator('#tab-command').click();
  await look(page, `${where} command`);
  const tools = page.locator('.tools button[aria-expanded]');
  for (let i = 0; i < await tools.count(); i++) {
    await tools.nth(i).click();
    await look(page, `${where} map sheet ${i}`);
  }
  await lookAtFused(page, where);
  await page.locator('#tab-case').click();
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  await look(page, `${where} help`);
  await page.keyboard.press('Escape');
}

async function lookAtFused(page, where) {
  await page.locator('#queue .head button').first().click();
  await page.waitForTimeout(400);
  const miss = page.locator('#panel .pick').first();
  if (await miss.count()) await miss.click();
  await look(page, `${where} near misses`);
  await page.locator('.tracks > button').click();
  await look(page, `${where} track list`);
  const track = page.locator('.tracks .pick').first();
  if (await track.count()) await track.click();
  await page.locator('.tools button[aria-expanded]').first().click();
  await page.getByRole('checkbox', { name: /Coverage|Couverture/ }).check();
  await page.waitForTimeout(600);
  await look(page, `${where} track card and coverage`);
}

/** The forms of an alarm open one after the other. */
async function lookAtForms(page, where) {
  const forms = page.locator('article .acts button[aria-expanded]');
  for (let i = 0; i < await forms.count(); i++) {
    await forms.nth(i).click();
    await look(page, `${where} ${i}`);
  }
}

await browser.close();
check('axe finds nothing on any page', found === 0, `${found} findings`);
