// node workshop_firefox.mjs PROGRAM FIREFOX PACKAGES FOLDER: in Firefox, too, answers come to the program's numbers. FOLDER has what
// workshop.mjs has made.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { opened } from './in_firefox.mjs';
import { differences, said } from './workshop_files.mjs';

const [program, firefox, packages, folder] = process.argv.slice(2);
const work = join(folder, 'workshop'), files = said.map((one) => `${one.participant}-round1.yaml`);
const by_program = JSON.parse(execFileSync(program, ['workshop', ...files, '--scenario', 'scenario.yaml', '--from', 'weighed.db', '--runs', '256', '--format', 'json', '--no-progress'], { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

let faults = 0;
const fault = (what) => { ++faults; console.error(what); };
const { browser, page } = await opened(firefox, packages, join(work, 'page.html'), fault);
await page.click('#view-comparing');
await (await page.$('#choose-answers')).uploadFile(...files.map((name) => join(work, name)));
await page.waitForFunction(() => document.getElementById('comparing').dataset.blocks === '16', { timeout: 300_000 });
const found = JSON.parse(await page.evaluate(() => document.getElementById('comparing').dataset.result));
const different = differences(by_program, found);
if (different.length > 0) fault(`the page and the program differ: ${different.slice(0, 5).join('; ')}`);
await browser.close();
console.log(faults === 0 ? 'the workshop comes to the same in Firefox' : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
