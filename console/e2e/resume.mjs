// Pulls the cable for some seconds and puts it back: the desk says so, and afterwards has exactly the picture of a desk that never lost it.
//   node e2e/resume.mjs [seconds of the cut, 8 unless told]
import { createServer, connect } from 'node:net';
import { ACCOUNTS, BASE, check, launch, login, newPage, until } from './browser.mjs';

const SECONDS = Number(process.argv[2] ?? 8);
const centre = new URL(BASE);
const cable = pluggable(Number(centre.port || 80), centre.hostname);
await cable.ready;

const desk = process.env.ENTENTE_DESK_OFFICER ?? Object.keys(ACCOUNTS)[0];
const browser = await launch();
const { page, faults } = await newPage(browser, { width: 1366, height: 768 });
const asked = [];
await page.exposeFunction('sawDelta', (id) => asked.push(id));
// What the stream itself delivered, in order: the ids, to be checked for gaps and doubles.
await page.addInitScript(() => {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    if (!String(input).includes('/api/events') || !response.body) return response;
    const [a, b] = response.body.tee();
    void (async () => {
      const reader = b.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          const blocks = (rest + value).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) if (block.startsWith('id: ')) globalThis.sawDelta(block.slice(4, block.indexOf('\n', 4)) + ' ' + block.slice(block.indexOf('event: ') + 7).split('\n')[0]);
        }
      } catch { /* the cable was pulled */ }
    })();
    return new Response(a, { status: response.status, headers: response.headers });
  };
});
const account = ACCOUNTS[desk];
await page.goto(`http://127.0.0.1:${cable.port}`);
await page.fill('input[name=officer]', account.officer);
await page.fill('input[name=password]', account.password);
await page.selectOption('select[name=desk]', desk);
await page.selectOption('select[name=purpose]', account.purpose);
await page.click('form button.main');
await until('the link is live', async () => (await page.locator('.link.live').count()) === 1);
await until('deltas come', () => asked.length > 5, 30_000);

cable.pull();
await until('the desk says that the line is cut', async () => (await page.locator('.cutbar').count()) === 1);
await page.waitForTimeout(SECONDS * 1000);
check('and says how old the picture is', /\d+ s|\d+ min/.test(await page.locator('.cutbar').innerText()));
cable.plug();
await until('the link is live again', async () => (await page.locator('.link.live').count()) === 1, 30_000);
await page.waitForTimeout(2000);

const numbers = asked.map((line) => Number(/(\d+) \w+$/.exec(line)[1]));
const snapshots = asked.filter((line) => line.endsWith('snapshot')).length;
check('it resumed without a second snapshot', snapshots === 1, `${snapshots} snapshots`);
const gaps = numbers.slice(1).filter((n, i) => n !== numbers[i] + 1);
check(`nothing missing and nothing doubled in ${numbers.length} frames`, gaps.length === 0, JSON.stringify(asked.slice(-40)));

const other = await newPage(browser, { width: 1366, height: 768 });
await login(other.page, desk);
await until('a second desk is live', async () => (await other.page.locator('.link.live').count()) === 1);
const list = (p) => p.locator('[data-row]').evaluateAll((rows) => rows.map((r) => r.getAttribute('data-row')).sort().join());
await until('both desks show the same alarms and incidents', async () => (await list(page)) === (await list(other.page)));
const real = faults.filter((f) => !/fetch|network|net::ERR_/i.test(f));
check('no fault on the page', real.length === 0, real.join('\n'));
await browser.close();
cable.close();

/** A cable between the browser and the centre that can be pulled: open lines break, new ones are refused. */
function pluggable(port, host) {
  const lines = new Set();
  let plugged = true;
  const server = createServer((near) => {
    if (!plugged) return near.destroy();
    const far = connect(port, host);
    for (const end of [near, far]) {
      lines.add(end);
      end.on('close', () => { lines.delete(end); near.destroy(); far.destroy(); });
      end.on('error', () => {});
    }
    near.pipe(far).pipe(near);
  });
  const handle = { port: 0, pull() { plugged = false; for (const l of lines) l.destroy(); }, plug() { plugged = true; }, close() { handle.pull(); server.close(); } };
  handle.ready = new Promise((resolve) => server.listen(0, '127.0.0.1', () => { handle.port = server.address().port; resolve(); }));
  return handle;
}
