// node workshop.mjs PROGRAM CHROMIUM PACKAGES FOLDER [SCREENSHOTS]: a workshop from beginning to end, in the browser and by the program:
// three people answer and save, somebody compares; the numbers are the program's, the two planted answers are found, a second round
// shows what moved. 200 hostile files do nothing; axe finds nothing amiss.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { violations } from '../report/accessible.mjs';
import { data_in } from './settings.mjs';
import { decisive, differences, hostile_files, said, text_of } from './workshop_files.mjs';

const [program, chromium_path, packages, folder, screenshots] = process.argv.slice(2);
const { chromium } = createRequire(join(packages, 'package.json'))('playwright-core');
mkdirSync(join(folder, 'workshop'), { recursive: true });
const work = join(folder, 'workshop'), file = join(work, 'page.html'), url = pathToFileURL(file).href;
copyFileSync(join(dirname(fileURLToPath(import.meta.url)), 'workshop.yaml'), join(work, 'scenario.yaml'));
const micropol = (...words) => execFileSync(program, words, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
// What a comparison weighed, so that exactly these numbers are asked for.
execFileSync('rm', ['-f', join(work, 'weighed.db')]);
micropol('compare', 'scenario.yaml', '--runs', '1024', '--output', 'weighed.db', '--quiet');
micropol('page', 'scenario.yaml', '--from', 'weighed.db', '--workshop', '--output', 'page.html', '--language', 'en', '--quiet');
const data = data_in(file);

let faults = 0;
const fault = (what) => { ++faults; console.error(what); };
const expect = (right, what) => { if (!right) fault(what); };
const browser = await chromium.launch({ executablePath: chromium_path, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
async function open(what, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => fault(`${what}: ${message.text()}`));
  page.on('pageerror', (error) => fault(`${what}: ${error}`));
  page.on('dialog', (dialog) => { if (dialog.type() !== 'beforeunload') fault(`${what}: ${dialog.message()}`); void dialog.accept(); });
  page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) fault(`${what}: asks for ${request.url()}`); });
  await page.goto(url);
  return page;
}
// What stands there is of before: files are read, and answers found, a while after.
const forget = (page) => page.evaluate(() => { document.getElementById('comparing').dataset.blocks = 'forgotten'; });
const compared = (page) => page.waitForFunction(() => document.getElementById('comparing').dataset.blocks === '16', null, { timeout: 240_000 });
const result_of = (page) => page.evaluate(() => JSON.parse(document.getElementById('comparing').dataset.result));
async function drop(page, files) {
  await page.locator('#view-comparing').click();
  await forget(page);
  await page.locator('#choose-answers').setInputFiles(files.map(({ name, content }) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(content) })));
}

// --------------------------------------------------------------------------------- three people answer
const saved = [];
for (const one of said) {
  const page = await open(one.participant);
  expect(await page.locator('main:visible').getAttribute('id') === 'answering', 'the page of a workshop begins with the questions');
  await page.locator('#participant').fill(one.participant);
  for (const [path, chips] of Object.entries(one.assumptions)) {
    const k = data.workshop.assumptions.findIndex((asked) => asked.path === path);
    expect(k >= 0, `${path} is asked for`);
    // One column by the mouse, the others by the keyboard.
    const first = chips.findIndex((count) => count > 0);
    const column = page.locator(`#asked-${k}-bin-${first}`);
    await column.click({ position: { x: 5, y: (await column.boundingBox()).height - 3 } });
    await column.focus();
    for (let count = 1; count < chips[first]; ++count) await page.keyboard.press('ArrowUp');
    for (let other = first + 1; other < chips.length; ++other) {
      await page.keyboard.press('ArrowRight');
      for (let count = 0; count < chips[other]; ++count) await page.keyboard.press('ArrowUp');
    }
  }
  for (const [lever, dots] of Object.entries(one.levers)) await page.locator(`#dots-${lever}-${dots}`).check();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save-answers').click()]);
  const name = download.suggestedFilename(), content = readFileSync(await download.path(), 'utf8');
  expect(name === `${one.participant}-round1.yaml`, `saved as ${name}`);
  const written = JSON.parse(content);
  expect(JSON.stringify(written.assumptions) === JSON.stringify(Object.fromEntries(data.workshop.assumptions.filter(({ path }) => path in one.assumptions).map(({ path }) => [path, one.assumptions[path]]))), `${name} has the chips that were laid: ${JSON.stringify(written.assumptions)}`);
  expect(JSON.stringify(written.levers) === JSON.stringify(one.levers), `${name} has the dots that were given`);
  writeFileSync(join(work, name), content);
  saved.push({ name, content });
  // Opened again, it is the same; files of others change nothing.
  const again = await open(`${one.participant} again`);
  const opening = again.locator('#open-answers');
  await opening.setInputFiles({ name: 'other.yaml', mimeType: 'text/plain', buffer: Buffer.from(text_of(data, one, { micropol_answers: 0 })) });
  await again.getByText('other.yaml holds no answers').first().waitFor();
  await again.locator('#open-answers').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await again.getByText(`${name} is open.`).first().waitFor();
  const [copy] = await Promise.all([again.waitForEvent('download'), again.locator('#save-answers').click()]);
  expect(readFileSync(await copy.path(), 'utf8') === content, `${name} is the same after it was opened again`);
  if (screenshots && one.participant === 'Anna') for (const width of [1280, 390]) {
    await again.setViewportSize({ width, height: 900 });
    await again.screenshot({ path: join(screenshots, `answering_${width}.png`), fullPage: true });
  }
  await page.context().close();
  await again.context().close();
}

// ---------------------------------------------------------------------------------- somebody compares
const by_program = JSON.parse(micropol('workshop', ...saved.map((one) => one.name), '--scenario', 'scenario.yaml', '--from', 'weighed.db', '--runs', '256', '--format', 'json', '--no-progress'));
{
  const page = await open('comparing');
  await drop(page, saved);
  await compared(page);
  const found = await result_of(page);
  const different = differences(by_program, found);
  expect(different.length === 0, `the page and the program differ: ${different.slice(0, 5).join('; ')}`);
  expect(found.participants.length === 3 && !found.all_agree, 'three people who do not all choose the same');
  const between = found.disagreements.find((one) => [one.one, one.other].every((side) => ['Anna', 'Ben'].includes(side.participants[0])));
  expect(between && JSON.stringify([...between.main_causes].sort()) === JSON.stringify(decisive), `the two planted answers: ${JSON.stringify(between?.main_causes)}`);
  const headline = await page.locator('#comparing .headline').textContent();
  expect(/not choose the same/.test(headline), `the headline says it: ${headline}`);
  expect(await page.locator('#comparing figure svg').count() > 0, 'distributions are drawn');

  // A second round: Ben has come over to Anna.
  const second = text_of(data, { ...said[0], participant: 'Ben', round: 2 }), third = text_of(data, { ...said[0], participant: 'Cem', round: 2 });
  await drop(page, [{ name: 'ben2.yaml', content: second }, { name: 'cem2.yaml', content: third }]);
  await compared(page);
  const later = await result_of(page);
  expect(later.all_agree && later.participants.every((one) => one.choice.strategy === 'helpers'), 'after the second round all choose the same');
  expect(/All 3 would choose the same/.test(await page.locator('#comparing .headline').textContent()), 'and that is the headline');
  expect(await page.locator('#comparing section.moved').count() === 1, 'what moved between the rounds is shown');

  // What was found is kept: said in another language, nothing is simulated again; who stops and compares again begins anew.
  await page.evaluate(() => {
    const progress = document.querySelector('#comparing .progress');
    window.counted = 0;
    new MutationObserver(() => { if (progress.textContent !== '') ++window.counted; }).observe(progress, { childList: true, characterData: true, subtree: true });
  });
  await forget(page);
  await page.locator('#language').selectOption('de');
  await compared(page);
  expect(await page.evaluate(() => window.counted) === 0, 'nothing is simulated twice');
  expect(/Alle 3 würden dasselbe wählen/.test(await page.locator('#comparing .headline').textContent()), 'the same in German');
  expect(differences({ ...later, verdict: null }, { ...await result_of(page), verdict: null }).length === 0, 'the same numbers in German');
  await page.context().close();
}

// ------------------------------------------------------------------------------------ hostile files
{
  const page = await open('hostile files');
  const files = hostile_files(data);
  const before = await page.evaluate(() => document.querySelectorAll('img, script, svg, iframe, object').length);
  await drop(page, files.slice(0, 199));
  const rows = page.locator('#comparing .files li');
  await page.waitForFunction(() => document.querySelectorAll('#comparing .files li.refused').length === 199, null, { timeout: 120_000 }).catch(async () => {
    const accepted = await page.locator('#comparing .files li:not(.refused)').allTextContents();
    fault(`not refused: ${accepted.slice(0, 5).join(' | ')}`);
  });
  const reasons = await rows.locator('p').allTextContents();
  files.slice(0, reasons.length).forEach((one, k) => { if (one.why !== '') expect(reasons[k].includes(one.why), `${one.name.slice(0, 40)}: ${reasons[k].slice(0, 200)} has no word of "${one.why}"`); });
  expect(reasons.every((one) => one.length > 15), 'every refused file has its reason');
  // Beside them, good answers are compared all the same; and no more than 200 files are taken.
  await drop(page, [saved[0], files[199]]);
  await compared(page);
  expect((await result_of(page)).participants.length === 1, 'one file is left, and compared');
  expect(await rows.count() === 200, `${await rows.count()} files are listed`);
  expect(await page.evaluate(() => document.querySelectorAll('.files img, .files script, .files svg, img, iframe, object').length) === 0, 'nothing came of markup');
  expect(await page.evaluate(() => document.querySelectorAll('script').length) <= before, 'no script was added');
  await page.context().close();
}

// ---------------------------------------------------------------------------------- for everybody
for (const language of ['en', 'de']) for (const width of [1280, 390]) {
  const what = `${language}, ${width} pixels`;
  const page = await open(what, { viewport: { width, height: 900 } });
  await page.locator('#language').selectOption(language);
  const check = async (view) => {
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways <= 0, `${what}, ${view}: scrolls sideways by ${sideways} pixels`);
    for (const colorScheme of ['dark', 'light']) {
      await page.emulateMedia({ colorScheme });
      for (const one of await violations(page, packages)) fault(`${what}, ${view}, ${colorScheme}: ${one}`);
    }
    if (screenshots) await page.screenshot({ path: join(screenshots, `workshop_${view}_${language}_${width}.png`), fullPage: true });
  };
  await check('answering');
  await drop(page, [...saved, { name: 'old.yaml', content: text_of(data, said[0], { micropol_answers: 0 }) }]);
  await compared(page);
  await page.waitForTimeout(500);
  expect(/[Vv]ersion/.test(await page.locator('.files li.refused p').textContent()), `${what}: a file of another version is refused with a word why`);
  await check('comparing');
  if (screenshots && width === 1280) writeFileSync(join(screenshots, `workshop_${language}.pdf`), await page.pdf({ preferCSSPageSize: true }));
  await page.context().close();
}
await browser.close();
console.log(faults === 0 ? 'the workshop is as it should be' : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
