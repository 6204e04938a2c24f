// node report.mjs PROGRAM CHROMIUM PACKAGES FOLDER [SCREENSHOTS]: a report with the panel. Its figures are drawn as without, the panel begins
// once somebody comes near, asks for nothing, and comes to the program's states; on paper there is no more than without it. Without
// --live, a report has nothing of all this.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { violations } from '../report/accessible.mjs';

const [program, chromium_path, packages, folder, screenshots] = process.argv.slice(2);
const { chromium } = createRequire(join(packages, 'package.json'))('playwright-core');
const work = join(folder, 'report');
mkdirSync(work, { recursive: true });
writeFileSync(join(work, 'scenario.yaml'), readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'workshop.yaml')));
const micropol = (...words) => execFileSync(program, words, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
execFileSync('rm', ['-f', join(work, 'compare.db')]);
micropol('compare', 'scenario.yaml', '--runs', '64', '--output', 'compare.db', '--quiet');
for (const language of ['en', 'de']) micropol('report', 'compare.db', '--live', '--language', language, '--output', `live_${language}.html`);
micropol('report', 'compare.db', '--language', 'en', '--output', 'still.html');

let faults = 0;
const fault = (what) => { ++faults; console.error(what); };
const expect = (right, what) => { if (!right) fault(what); };
const [still, live] = ['still.html', 'live_en.html'].map((name) => readFileSync(join(work, name), 'utf8'));
for (const trace of ['live-', 'wasm', 'worker-src']) expect(!still.replace(/<script>.*?<\/script>/s, '').includes(trace), `without --live there is no "${trace}"`);
expect(live.split('Apache ECharts, Apache License 2.0').length === 2, 'ECharts is there once');
expect(live.length < 2.5e6, `the report has ${live.length} bytes`);
const wanted = JSON.parse(micropol('run', 'scenario.yaml', '--strategy', 'helpers', '--runs', '16', '--format', 'json')).state_hash;
const browser = await chromium.launch({ executablePath: chromium_path, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
const sheets = async (page) => (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
const plain = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await plain.goto(pathToFileURL(join(work, 'still.html')).href);
const figures = await plain.locator('figure').count(), paper = await sheets(plain);

for (const language of ['en', 'de']) for (const width of [1280, 390]) {
  const what = `${language}, ${width} pixels`;
  const context = await browser.newContext({ viewport: { width, height: 900 } }), page = await context.newPage();
  page.on('console', (message) => fault(`${what}: ${message.text()}`));
  page.on('pageerror', (error) => fault(`${what}: ${error}`));
  page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) fault(`${what}: asks for ${request.url()}`); });
  await page.goto(pathToFileURL(join(work, `live_${language}.html`)).href);
  const first = page.locator('main > section:not(.live-section) figure').first();
  await first.scrollIntoViewIfNeeded();  // figures are drawn once they are near
  await first.locator('svg').first().waitFor({ state: 'attached', timeout: 60_000 });
  expect(await page.locator('main > section:not(.live-section) figure').count() === figures, `${what}: the report's own figures are there`);
  expect(await page.evaluate(() => document.getElementById('results').dataset.blocks) === undefined, `${what}: nothing is simulated before somebody comes near`);
  await page.locator('#live-section').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => Number(document.getElementById('results').dataset.blocks) >= 1, null, { timeout: 120_000 });
  await page.locator('#strategy-helpers').check();
  await page.waitForFunction((hash) => document.getElementById('results').dataset.hash === hash, wanted, { timeout: 60_000 }).catch(() => fault(`${what}: the panel does not come to the program's state`));
  await page.waitForFunction(() => document.getElementById('results').dataset.blocks === '64', null, { timeout: 120_000 });
  await page.waitForTimeout(500);
  // A link of the contents is no setting.
  await page.evaluate(() => { location.hash = document.querySelector('main > section').id; });
  expect(await page.evaluate(() => document.querySelector('#strategy-helpers').checked), `${what}: a link to a section changes no setting`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways <= 0, `${what}: scrolls sideways by ${sideways} pixels`);
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    for (const one of await violations(page, packages)) fault(`${what}, ${colorScheme}: ${one}`);
  }
  if (screenshots) await page.locator('#live-section').screenshot({ path: join(screenshots, `report_${language}_${width}.png`) });
  if (width === 1280 && language === 'en') {
    const now = await sheets(page);
    expect(now === paper, `${now} sheets of paper instead of ${paper}`);
  }
  await context.close();
}
await browser.close();
console.log(faults === 0 ? 'the report with the panel is as it should be' : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
