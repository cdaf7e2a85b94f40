// How much of the main thread the console takes while the picture moves: node e2e/jank.mjs [seconds]. Prints, judges only the main thread
// (a headless browser without a graphics card draws the map slowly; that is not the console's work).
import { ACCOUNTS, launch, login, newPage, until } from './browser.mjs';

const SECONDS = Number(process.argv[2] ?? 15);
const browser = await launch();
const { page } = await newPage(browser);
await login(page, process.env.ENTENTE_DESK_OFFICER ?? Object.keys(ACCOUNTS)[0]);
await until('the link is live', async () => (await page.locator('.link.live').count()) === 1);
await page.waitForTimeout(4000);
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
const read = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
const long = page.evaluate((s) => new Promise((resolve) => {
  const all = [];
  new PerformanceObserver((l) => all.push(...l.getEntries().map((e) => Math.round(e.duration)))).observe({ type: 'longtask' });
  setTimeout(() => resolve(all), s * 1000);
}), SECONDS);
const a = await read();
const longs = await long;
const b = await read();
const share = (name) => `${(((b[name] - a[name]) / SECONDS) * 100).toFixed(1)} %`;
console.log(`main thread over ${SECONDS} s: script ${share('ScriptDuration')}, layout ${share('LayoutDuration')}, style ${share('RecalcStyleDuration')}, all tasks ${share('TaskDuration')}`);
console.log(`tasks over 50 ms: ${longs.length}${longs.length ? `, the longest ${Math.max(...longs)} ms` : ''}; heap ${(b.JSHeapUsedSize / 1e6).toFixed(0)} MB`);
await browser.close();
