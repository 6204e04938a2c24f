// node browser.mjs PROGRAM CHROMIUM FOLDER [SCREENSHOTS]: the page opened for real, at a desk's and a phone's width, light and
// dark, in both languages. Nothing may be logged or requested, nothing may scroll sideways, and 200 hostile names run nothing;
// axe finds nothing amiss, the keyboard reaches everything, and paper holds every figure.
// FOLDER has the packages of apps/report and its look.ts.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faint_colours, keyboard_faults, paper_faults, saving_faults, violations } from './accessible.mjs';

const [program, chromium_path, folder, screenshots] = process.argv.slice(2);
const { chromium } = createRequire(join(folder, 'package.json'))('playwright-core');

const attacks = [
  '</script><img src=x onerror=run(ID)>', '<img src=x onerror=run(ID)>', '"><svg onload=run(ID)>', "' onfocus=run(ID) autofocus='",
  '<iframe srcdoc="<script>parent.run(ID)</script>">', '<!--<script>run(ID)//', '{a|<b onclick=run(ID)>x}', '${run(ID)}',
  '&lt;script&gt;run(ID)&lt;/script&gt;', 'javascript:run(ID)',
];
const hostile = (k) => attacks[k % attacks.length].replace('ID', String(k)) + k;
const quoted = (text) => '"' + text.replaceAll('"', '""') + '"';


const micropol = (...words) => execFileSync(program, [...words, '--quiet'], { cwd: folder, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
writeFileSync(join(folder, 'people.csv'), 'id,name,department,manager\n' + Array.from({ length: 200 }, (_, i) => `${quoted(hostile(i))},${quoted(hostile(i))},${quoted(hostile(i % 10))},${i === 0 ? '' : quoted(hostile(i < 20 ? 0 : 1 + (i % 19)))}\n`).join(''));
writeFileSync(join(folder, 'hostile.yaml'), `micropol: 1
name: '${hostile(0).replaceAll("'", "''")}'
organisation:
  people: people.csv
transformation:
  initiatives:
    - {name: CRM}
strategies:
  teach:
    interventions:
      - {lever: training, intensity: 0.8}
  tell:
    interventions:
      - {lever: town_hall, intensity: 0.5}
`);
for (const file of ['run.db', 'compare.db', 'why.db']) execFileSync('rm', ['-f', join(folder, file)]);
micropol('run', 'hostile.yaml', '--show-names', '--runs', '64', '--weeks', '26', '--output', 'run.db');
micropol('compare', 'hostile.yaml', '--runs', '64', '--weeks', '26', '--output', 'compare.db');
micropol('explain', 'hostile.yaml', '--show-names', '--strategy', 'teach', '--runs', '32', '--weeks', '26', '--history', 'worst', '--why', '--factors', 'hiding,ties,training', '--pivotal', '--ledger', '--at-week', '3', '--then', 'add town_hall', '--output', 'why.db');

let faults = 0;
const fault = (what) => { ++faults; console.error(what); };
for (const what of await faint_colours(folder)) fault(what);
const browser = await chromium.launch({ executablePath: chromium_path, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
for (const language of ['en', 'de']) {
  const file = join(folder, `${language}.html`);
  micropol('report', 'run.db', 'compare.db', 'why.db', '--show-names', '--language', language, '--output', file);
  for (const width of [1280, 390]) for (const colorScheme of ['light', 'dark']) {
    const what = `${language}, ${width} pixels, ${colorScheme}: `;
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    page.on('console', (message) => fault(what + message.text()));
    page.on('pageerror', (error) => fault(what + error));
    page.on('dialog', (dialog) => { fault(what + 'a dialog'); void dialog.dismiss(); });
    page.on('request', (request) => { if (request.url() !== pathToFileURL(file).href) fault(what + 'asks for ' + request.url()); });
    const ran = [];
    await page.exposeFunction('run', (k) => { ran.push(k); });
    await page.goto(pathToFileURL(file).href);
    // A figure is drawn as it comes into view; how soon hangs on what else the machine does.
    for (const figure of await page.locator('figure').all()) {
      await figure.evaluate((one) => one.scrollIntoView({ behavior: 'instant' }));
      await figure.locator('svg').first().waitFor({ state: 'attached', timeout: 20_000 }).catch(() => fault(what + 'a figure in view is not drawn'));
    }
    await page.evaluate(() => { for (const one of document.querySelectorAll('details')) one.open = true; });
    await page.locator('input[type=range]').press('ArrowLeft');
    await page.waitForTimeout(100);
    const seen = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      figures: document.querySelectorAll('figure').length,
      drawn: document.querySelectorAll('figure > svg, figure svg').length,
      tables: document.querySelectorAll('details table').length,
      foreign: document.querySelectorAll('img, iframe, main script, object, embed, [onerror], [onload], [onclick], [onfocus]').length,
    }));
    if (seen.sideways > 0) fault(what + `scrolls sideways by ${seen.sideways} pixels`);
    if (seen.figures < 10 || seen.drawn < seen.figures) fault(what + `${seen.drawn} of ${seen.figures} figures are drawn`);
    if (seen.tables < seen.figures) fault(what + 'a figure has no table');
    if (seen.foreign > 0 || ran.length > 0) fault(what + `a name became more than a name: ${seen.foreign} elements, ran ${ran}`);
    for (const one of await violations(page, folder)) fault(what + one);
    if (screenshots) await page.screenshot({ path: join(screenshots, `${language}_${width}_${colorScheme}.png`), fullPage: true });
    await page.close();
    if (width === 1280) for (const look of [keyboard_faults, saving_faults, paper_faults]) {
      const fresh = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await fresh.goto(pathToFileURL(file).href);
      for (const one of await look(fresh)) fault(what + one);
      await fresh.close();
    }
  }
}
await browser.close();
console.log(faults === 0 ? 'eight pages as they should be' : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
