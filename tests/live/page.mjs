// node page.mjs PROGRAM CHROMIUM PACKAGES FOLDER [SCREENSHOTS]: the page opened for real, from a file. A newcomer's path, from opening it
// to printing it; nothing is asked of any network; states are the program's; axe finds nothing amiss in both languages, at a desk's
// and a phone's width, in both looks; links that somebody else has written change nothing.

import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { violations } from '../report/accessible.mjs';
import { data_in, modules, of_program, random_settings, states_of, words_of } from './settings.mjs';

const [program, chromium_path, packages, folder, screenshots] = process.argv.slice(2);
const { chromium } = createRequire(join(packages, 'package.json'))('playwright-core');
const file = join(folder, 'flagship.html'), url = pathToFileURL(file).href;
const page_modules = await modules(packages), data = data_in(file);

let faults = 0;
const fault = (what) => { ++faults; console.error(what); };
if (statSync(file).size > 2.5e6) fault(`the page has ${statSync(file).size} bytes`);
const browser = await chromium.launch({ executablePath: chromium_path, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });

async function open(what, options = {}, fragment = '') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => fault(`${what}: ${message.text()}`));
  page.on('pageerror', (error) => fault(`${what}: ${error}`));
  page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) fault(`${what}: asks for ${request.url()}`); });
  await page.goto(url + fragment);
  await page.locator('#results[data-blocks]:not([data-blocks="0"])').waitFor({ state: 'attached', timeout: 60_000 });
  return page;
}
const blocks = (page, least) => page.waitForFunction((wanted) => Number(document.getElementById('results').dataset.blocks) >= wanted, least, { timeout: 120_000 });
const headline = (page) => page.locator('.headline').textContent();
const expect = (right, what) => { if (!right) fault(what); };

// ------------------------------------------------------------------------------------ a newcomer
{
  const page = await open('newcomer', { permissions: ['clipboard-read', 'clipboard-write'] });
  expect(/Without any measure/.test(await headline(page)), 'the page begins with what comes of doing nothing');
  await page.locator('.family > summary').first().click();
  const slider = page.locator('#lever-executive_mandate-0');
  await slider.focus();
  for (let k = 0; k < 12; ++k) await page.keyboard.press('ArrowRight');
  await blocks(page, 16);
  const pulled = await headline(page);
  expect(/higher|lower|No clear effect/.test(pulled), `a pulled lever makes a difference: ${pulled}`);
  expect(await page.locator('#strategy-own').isChecked(), 'who pulls a lever has an own strategy');
  expect(await slider.evaluate((one) => one === document.activeElement), 'the slider keeps the focus');
  await page.locator('#do-undo').click();
  for (let k = 0; k < 11; ++k) await page.keyboard.press('Enter');
  await blocks(page, 1);
  await page.waitForTimeout(300);
  expect(/Without any measure/.test(await headline(page)), 'undo goes back to the beginning');
  await page.locator('#do-redo').click();
  await page.locator('input[name=strategy]').nth(2).check();
  const assumption = page.locator('#assumption-0');
  await assumption.focus();
  await page.keyboard.press('End');
  await page.locator('#assumption-0-details > summary').click();
  expect(await page.locator('#assumption-0-details dd').count() === 5, 'an assumption says its range, what it rests on, and its source');
  await page.locator('#do-copy_link').click();
  await page.getByText('Copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await blocks(page, 64);
  const seen = await page.evaluate(() => ({ ...document.getElementById('results').dataset }));
  const again = await open('link', {}, new URL(link).hash);
  await blocks(again, 64);
  const there = await again.evaluate(() => ({ ...document.getElementById('results').dataset }));
  expect(there.hash === seen.hash && there.baseline === seen.baseline, 'a link shows the same histories');
  expect(await headline(again) === await headline(page), 'a link says the same');
  await again.context().close();

  // What is copied gives the program the same histories and the same printed figures.
  await page.locator('#do-copy_command').click();
  await page.getByText('Copied.').waitFor();
  const command = words_of(await page.evaluate(() => navigator.clipboard.readText()));
  await page.locator('#do-copy_yaml').click();
  await page.waitForFunction(async (before) => (await navigator.clipboard.readText()) !== before, await page.evaluate(() => navigator.clipboard.readText()));
  writeFileSync(join(folder, 'live.yaml'), await page.evaluate(() => navigator.clipboard.readText()));
  const strategy = command[command.indexOf('--strategy') + 1];
  const run = (words) => JSON.parse(execFileSync(program, [...words, '--format', 'json'], { cwd: folder, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));
  expect(run(command.slice(1)).state_hash === seen.hash, 'the copied command gives the same histories');
  expect(run(['run', 'live.yaml', '--strategy', strategy]).state_hash === seen.hash, 'the copied YAML gives the same histories');
  const compared = execFileSync(program, ['compare', 'live.yaml', '--strategy', strategy, '--verbose', '--format', 'markdown'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const shown = await page.locator('section.outcomes tbody tr').first().locator('td').allTextContents();
  for (const figure of shown.slice(0, 2)) expect(compared.includes(figure.split(' (')[0]), `compare prints ${figure}`);
  expect(compared.includes(shown[2]), `compare prints the difference ${shown[2]}`);

  // The map has its own weeks; what it says to those who do not see it changes with them.
  const map = page.locator('.map figure'), at_the_end = await map.getAttribute('aria-label');
  await page.locator('#map-week').focus();
  await page.keyboard.press('Home');
  await page.waitForFunction((before) => document.querySelector('.map figure').getAttribute('aria-label') !== before, at_the_end, { timeout: 10_000 }).catch(() => fault('the week of the map changes nothing'));
  expect(/week 1\b/.test(await page.locator('.map output').textContent()), 'the map begins with the first week');

  const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
  const sheets = paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  expect(sheets === 1, `the summary takes ${sheets} sheets of paper`);
  if (screenshots) writeFileSync(join(screenshots, 'paper.pdf'), paper);

  // A surprise sets every assumption, somewhere in what is plausible; everything set at once still fits on a sheet; reset goes back.
  await page.locator('input[name=strategy]').nth(data.strategies.length).check();
  await page.locator('#do-surprise').click();
  const surprised = page_modules.setting_in(data, await page.evaluate(() => location.hash));
  expect(surprised !== null && Object.keys(surprised.assumptions).length === data.assumptions.length, `a surprise sets all assumptions: ${JSON.stringify(surprised?.assumptions)}`);
  for (const one of data.assumptions) expect(surprised.assumptions[one.path] >= one.plausible[0] && surprised.assumptions[one.path] <= one.plausible[1], `${one.path} is plausible`);
  await blocks(page, 4);
  await page.waitForTimeout(300);
  const full = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
  expect(full === 1, `a setting with everything takes ${full} sheets of paper`);
  await page.locator('#do-reset').click();
  await page.waitForFunction(() => location.hash === '' && /Without any measure/.test(document.querySelector('.headline').textContent), null, { timeout: 60_000 }).catch(() => fault('reset does not go back'));
  await page.locator('#do-undo').click();
  expect(await page.evaluate(() => location.hash) !== '', 'a reset can be undone');
  await page.context().close();
}

// ------------------------------------------------------------------------------------- the same states
{
  const count = 100, settings = random_settings(page_modules, data, count, 20261128);
  const orders = settings.map((setting) => page_modules.order_of(data, setting));
  const wanted = await of_program(program, page_modules, data, orders, folder);
  const page = await open('states');
  const found = await page.evaluate(states_of, settings.map((setting) => page_modules.fragment_of(setting)));
  expect(found.length === count, `${found.length} of ${count} settings were shown`);
  found.forEach((hash, k) => expect(hash === wanted[k].state_hash, `setting ${k}: ${hash} is not ${wanted[k].state_hash}`));
  await page.context().close();
}

// --------------------------------------------------------------------------------- links of others
{
  const page = await open('hostile links');
  const wrap = (value) => '1.' + Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const attacks = ['<img src=x onerror=alert(1)>', '1.', '1.====', '2.e30', wrap('{'), wrap([]), wrap({}), wrap({ preset: 'no such', uses: null, assumptions: {} }),
    wrap({ preset: '', uses: null, assumptions: { 'culture.rivalry': 1e9 } }), wrap({ preset: '', uses: null, assumptions: { __proto__x: 1 } }),
    wrap({ preset: '', uses: [{ lever: 'training', intensity: 7, from: 0, until: 3, target: null, rest: {} }], assumptions: {} }),
    wrap({ preset: '', uses: [{ lever: 'training', intensity: 0.5, from: 0, until: 3, target: { people: ['<svg onload=alert(1)>'] }, rest: {} }], assumptions: {} }),
    wrap({ preset: '', uses: [{ lever: 'training', intensity: 0.5, from: 0, until: 3, target: null, rest: { when: { outcome: 'x' } } }], assumptions: {} }),
    wrap({ preset: '', uses: Array(61).fill({ lever: 'training', intensity: 0.5, from: 0, until: 3, target: null, rest: {} }), assumptions: {} })];
  for (const attack of attacks) {
    await page.evaluate((hash) => { location.hash = hash; }, attack);
    await page.waitForTimeout(20);
    expect(/This link is of another page/.test(await page.locator('.said').textContent()), `a hostile link is refused: ${attack}`);
    expect(/Without any measure/.test(await headline(page)), `a hostile link changes nothing: ${attack}`);
  }
  await page.context().close();
}

// ---------------------------------------------------------------------------------- for everybody
for (const language of ['en', 'de']) for (const width of [1280, 390]) for (const colorScheme of ['light', 'dark']) {
  const what = `${language}, ${width} pixels, ${colorScheme}`;
  const page = await open(what, { viewport: { width, height: 900 }, colorScheme });
  await page.locator('#language').selectOption(language);
  await page.locator('input[name=strategy]').last().check();
  await blocks(page, 4);
  await page.waitForTimeout(500);
  if (screenshots) await page.screenshot({ path: join(screenshots, `live_${language}_${width}_${colorScheme}.png`), fullPage: true });
  await page.evaluate(() => { for (const one of document.querySelectorAll('details')) one.open = true; });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways <= 0, `${what}: scrolls sideways by ${sideways} pixels`);
  const drawn = await page.evaluate(() => [...document.querySelectorAll('figure')].filter((one) => !one.querySelector('svg')).length);
  expect(drawn === 0, `${what}: ${drawn} figures are not drawn`);
  for (const one of await violations(page, packages)) fault(`${what}: ${one}`);
  await page.context().close();
}
await browser.close();
console.log(faults === 0 ? 'the live page is as it should be' : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
