// node equality.mjs PROGRAM ENGINE PACKAGES FOLDER [COUNT]: the module and the program come to the same state for random settings of the
// flagship, each by its own way: the page's changes, and the command line that it offers.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { data_in, modules, of_program, random_settings } from './settings.mjs';

const [program, engine_file, packages, folder, count = '100'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
copyFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../scenarios/marketing_sales.yaml'), join(folder, 'flagship.yaml'));
execFileSync(program, ['page', 'flagship.yaml', '--output', 'flagship.html', '--language', 'en', '--quiet'], { cwd: folder });
const page = await modules(packages), data = data_in(join(folder, 'flagship.html'));
const settings = random_settings(page, data, Number(count), 20261127);
const orders = settings.map((setting) => page.order_of(data, setting));
const wanted = await of_program(program, page, data, orders, folder);

let faults = 0;
const fault = (what) => { ++faults; console.error(what); };
const engine = new page.Engine(new WebAssembly.Module(readFileSync(engine_file)), JSON.stringify({ name: data.name, scenario: data.scenario }));
if (engine.model !== data.model) fault(`the engine is of model ${engine.model}, the program of ${data.model}`);
const hashes = new Set();
orders.forEach((order, k) => {
  const with_it = engine.prepare(order), without = engine.prepare(page.baseline_of(data, settings[k]));
  for (const id of [with_it, without]) engine.keep(id, engine.simulate(id, 0));
  const told = JSON.parse(engine.tell(with_it, without, 1, k % 2 === 1));
  for (const id of [with_it, without]) engine.forget(id);
  hashes.add(told.state_hash);
  if (told.state_hash !== wanted[k].state_hash) fault(`setting ${k}: ${told.state_hash} is not ${wanted[k].state_hash} of ${page.command_of(data, order, 16, false)}`);
  // A link brings the same setting back.
  const linked = page.setting_in(data, '#' + page.fragment_of(settings[k]));
  if (linked === null || JSON.stringify(page.order_of(data, linked)) !== JSON.stringify(order)) fault(`setting ${k} is another one after a link`);
});
// Settings that are told apart, or nothing was tested.
if (hashes.size < 0.8 * orders.length) fault(`only ${hashes.size} different states of ${orders.length} settings`);

// What is refused is told, and the next engine goes on.
try {
  engine.prepare({ changes: [['culture.rivalry', '7']], strategy: '' });
  fault('a rivalry of 7 is accepted');
} catch (why) {
  if (!(why instanceof page.Refused) || !/rivalry/.test(why.message)) fault(`refused without a reason: ${why}`);
}
console.log(faults === 0 ? `${orders.length} settings, ${hashes.size} states: the same` : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
