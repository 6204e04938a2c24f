// Random settings of a live page, the same for the same seed, and the command lines that say the same to the program.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const live = join(dirname(fileURLToPath(import.meta.url)), '../../apps/live');

// The page's own modules, for Node.js. packages: a folder with node_modules that has esbuild.
export async function modules(packages) {
  const { build } = createRequire(join(packages, 'package.json'))('esbuild');
  const source = ["export * from './state/setting';", "export * from './state/link';", "export * from './state/copies';", "export * from './worker/engine';"].join('\n');
  const made = await build({ stdin: { contents: source, resolveDir: live, loader: 'ts' }, bundle: true, format: 'esm', write: false, logLevel: 'warning' });
  return import('data:text/javascript,' + encodeURIComponent(made.outputFiles[0].text));
}

export const data_in = (page) => JSON.parse(/<script type="application\/json" id="live-data">(.*?)<\/script>/s.exec(readFileSync(page, 'utf8'))[1]);

// mulberry32
export function random_numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Presets, changed presets and strategies made from nothing; assumptions left alone or set.
export function random_settings({ uses_of_preset, targets }, data, count, seed) {
  const random = random_numbers(seed);
  const below = (n) => Math.floor(random() * n), one_of = (list) => list[below(list.length)];
  const levers = data.families.flatMap((family) => family.levers.map((lever) => lever.key));
  const use = () => {
    const from = below(data.weeks - 1), until = from + 1 + below(data.weeks - from);
    return { lever: one_of(levers), intensity: below(21) / 20, from, until, target: one_of([null, ...targets(data)]), rest: {} };
  };
  return Array.from({ length: count }, () => {
    const preset = one_of(['', ...data.strategies.map((one) => one.name)]);
    let uses = random() < 0.3 ? null : uses_of_preset(data, preset);
    if (uses !== null) {
      uses = uses.filter(() => random() < 0.8).map((one) => {
        const { as_written: _, ...rest } = one;
        return random() < 0.5 ? one : { ...rest, intensity: below(21) / 20 };
      });
      for (let more = below(4); more > 0; --more) uses.push(use());
    }
    const assumptions = Object.fromEntries(data.assumptions.filter(() => random() < 0.3).map((one) => {
      const [low, high] = one.plausible;
      return [one.path, Math.min(high, Math.max(low, Number((low + (high - low) * random()).toPrecision(4))))];
    }));
    return { preset, uses, assumptions };
  });
}

// What the program says of each order, as JSON; as many at a time as there are processors.
export async function of_program(program, { command_of }, data, orders, folder, histories = 16) {
  const results = new Array(orders.length);
  let next = 0;
  const one_after_another = async () => {
    for (let k = next++; k < orders.length; k = next++) {
      const words = words_of(command_of(data, orders[k], histories, false)).slice(1);
      results[k] = await new Promise((resolve, reject) => {
        execFile(program, [...words, '--threads', '1', '--format', 'json'], { cwd: folder, maxBuffer: 1 << 28 }, (failed, out, said) => (failed ? reject(new Error(`${words.join(' ')}: ${said}`)) : resolve(JSON.parse(out))));
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one_after_another));
  return results;
}

// A command line as a shell splits it, of what command_of quotes.
export const words_of = (command) => [...command.matchAll(/((?:'[^']*'|\\'|[^\s'\\])+)/g)].map(([word]) => word.replace(/'([^']*)'|\\'/g, (_, inner) => inner ?? "'"));

// In the page: the state after the first block of each setting, given as the fragment of a link.
export async function states_of(fragments) {
  const results = document.getElementById('results'), hashes = [];
  for (const fragment of fragments) {
    const job = results.dataset.job;
    const shown = new Promise((resolve, reject) => {
      const watch = new MutationObserver(() => {
        if (results.dataset.blocks === '0' || results.dataset.job === job) return;
        watch.disconnect();
        resolve(results.dataset.blocks === '1' ? results.dataset.hash : `not of one block: ${results.dataset.blocks}`);
      });
      watch.observe(results, { attributes: true });
      setTimeout(() => { reject(new Error(`${fragment} is not shown`)); }, 30_000);
    });
    location.hash = fragment;
    hashes.push(await shown);
  }
  return hashes;
}
