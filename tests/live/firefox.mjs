// node firefox.mjs PROGRAM FIREFOX PACKAGES FOLDER [COUNT]: in Firefox, too, the page comes to the program's states, and asks for nothing.
// FOLDER has the page of equality.mjs.

import { join } from 'node:path';
import { opened } from './in_firefox.mjs';
import { data_in, modules, of_program, random_settings, states_of } from './settings.mjs';

const [program, firefox, packages, folder, count = '100'] = process.argv.slice(2);
const file = join(folder, 'flagship.html'), page_modules = await modules(packages), data = data_in(file);
const settings = random_settings(page_modules, data, Number(count), 20261129);
const wanted = await of_program(program, page_modules, data, settings.map((one) => page_modules.order_of(data, one)), folder);

let faults = 0;
const fault = (what) => { ++faults; console.error(what); };
const { browser, page } = await opened(firefox, packages, file, fault);
await page.waitForSelector('#results[data-blocks]:not([data-blocks="0"])', { timeout: 120_000 });
const found = await page.evaluate(states_of, settings.map((setting) => page_modules.fragment_of(setting)));
if (found.length !== wanted.length) fault(`${found.length} of ${wanted.length} settings were shown`);
found.forEach((hash, k) => { if (hash !== wanted[k].state_hash) fault(`setting ${k}: ${hash} is not ${wanted[k].state_hash}`); });
await browser.close();
console.log(faults === 0 ? `${found.length} settings: the same in Firefox` : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
