// One alarm from the queue to its closing, through the screen only and by keyboard where a key exists.
// Needs an officer's desk (ENTENTE_DESK_OFFICER, DESK-BORDER-FORCE-1 unless told), a command desk (ENTENTE_DESK_COMMAND, DESK-COMMAND-1) and an alarm that waits.
import { check, launch, login, newPage, until } from './browser.mjs';

const officerDesk = process.env.ENTENTE_DESK_OFFICER ?? 'DESK-BORDER-FORCE-1';
const commandDesk = process.env.ENTENTE_DESK_COMMAND ?? 'DESK-COMMAND-1';
const browser = await launch();
const officer = await newPage(browser, { lang: 'en' });
const command = await newPage(browser, { lang: 'fr', theme: 'night' });

await officer.page.goto(process.env.ENTENTE_URL ?? 'http://127.0.0.1:8080');
await officer.page.fill('input[name=officer]', 'nobody');
await officer.page.click('form button.main');
check('a log-in with something missing says so', await officer.page.locator('[role=alert]').isVisible());

await login(officer.page, officerDesk);
await login(command.page, commandDesk);
const o = officer.page;
const c = command.page;
check('desk and purpose stand in the header', (await o.locator('.who').innerText()).length > 10);
await until('an alarm waits', async () => (await o.locator('[data-alarm]').count()) > 0, 60_000);

await o.keyboard.press('1');
check('1 puts the focus into the queue', await o.evaluate(() => document.activeElement?.hasAttribute('data-row')));
const alarm = await o.evaluate(() => document.activeElement?.getAttribute('data-alarm'));
await o.keyboard.press('Enter');
await until('the alarm opens with its reason', async () => (await o.locator('#panel h2').count()) > 0);
await o.keyboard.press('t');
await until('taking it opens the incident', async () => (await o.locator('#procedure').count()) > 0);
await until('the alarm left the other desk’s queue', async () => (await c.locator(`[data-alarm="${alarm}"]`).count()) === 0);
check('the focus is still somewhere', await o.evaluate(() => document.activeElement !== document.body));

const box = o.locator('section[aria-labelledby=procedure] input[type=checkbox]').last(); // the last, because in the demo others tick the first ones too
await box.click({ force: true });
await until('a step is written down', () => box.isChecked());
await o.keyboard.press('w');
await o.keyboard.type('Checked by hand');
await o.keyboard.press('Enter');
await until('the log has the line', async () => (await o.locator('section[aria-labelledby=log] li', { hasText: 'Checked by hand' }).count()) === 1);
await o.keyboard.press('Escape');

await o.keyboard.press('p');
await o.waitForSelector('form[aria-label] select[size]');
await o.keyboard.press('ArrowDown');
await o.locator('form select:not([size])').first().selectOption({ index: 1 });
await o.locator('form button.main').first().click();
await until('the task is proposed', async () => (await o.locator('form select[size]').count()) === 0 && (await o.locator('section[aria-labelledby=tasks] li').count()) > 0);
check('the officer cannot approve', (await o.locator('section[aria-labelledby=tasks] li button').count()) === 0);

const id = await o.locator('[data-incident][aria-current]').getAttribute('data-incident');
await o.keyboard.press('Escape');
await until('the command sees the incident', async () => (await c.locator(`[data-incident="${id}"]`).count()) === 1);
await c.locator(`[data-incident="${id}"]`).click();
await until('the command sees the task', async () => (await c.locator('section[aria-labelledby=tasks] li').count()) > 0);
await c.keyboard.press('a'); // in the demo another may have approved it already
await until('a approves it, nothing waits', async () => (await c.locator('li.PROPOSED').count()) === 0);

if ((await o.locator('#procedure').count()) === 0) await o.locator(`[data-incident="${id}"]`).click();
await o.keyboard.press('c');
await o.waitForSelector('form[aria-labelledby=concern-title]');
const form = o.locator('form[aria-labelledby=concern-title]');
await form.locator('select').selectOption({ index: 1 });
await form.locator('textarea').fill('Cold, needs shelter.');
await form.locator('button.main').click();
await until('a receipt is shown', async () => /[0-9A-Z]{4}-/.test(await o.locator('.receipt').innerText()));
await o.locator('.receipt button').last().click();
check('and is gone when put away', (await o.locator('.receipt').count()) === 0);

await o.keyboard.press('l');
await until('l switches to French without a reload', async () => (await o.evaluate(() => document.documentElement.lang)) === 'fr');
check('the case stays open over the switch', (await o.locator('#procedure').count()) === 1);
await o.keyboard.press('l');

await o.locator('button[aria-label^="Back"]').click();
await until('the whole screen says replay', async () => (await o.locator('.banner').count()) === 1);
check('no act is open in replay', (await o.locator('.take, #log-text').count()) === 0);
await o.keyboard.press('6');
await o.locator('section[aria-label=Time] button').last().click();
await until('back to live', async () => (await o.locator('.link.live').count()) === 1);

const before = [...officer.faults, ...command.faults];
check('no fault on either screen', before.length === 0, before.join('\n'));
await browser.close();
