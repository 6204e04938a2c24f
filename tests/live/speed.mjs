// node speed.mjs CHROMIUM PACKAGES PAGE [MOVES]: how long a slider's movement takes until something new is drawn, how long 1,024
// histories take, how long the page's own thread stands still, and how long three people's answers take to be compared; measured in
// the page, which is one of a workshop. Prints numbers and judges nothing.

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { data_in } from './settings.mjs';
import { text_of } from './workshop_files.mjs';

const [chromium_path, packages, file, moves = '200'] = process.argv.slice(2);
const { chromium } = createRequire(join(packages, 'package.json'))('playwright-core');
const browser = await chromium.launch({ executablePath: chromium_path, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(pathToFileURL(resolve(file)).href);
await page.locator('#view-exploring').click();
await page.waitForFunction(() => document.getElementById('results')?.dataset.blocks === '64', null, { timeout: 120_000 });
const measured = await page.evaluate(async (moves) => {
  const results = document.getElementById('results'), long = [];
  new PerformanceObserver((list) => { for (const one of list.getEntries()) long.push(one.duration); }).observe({ type: 'longtask' });
  // Until a block count is reached and the frame that shows it is painted.
  const shown = (wanted) => new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (Number(results.dataset.blocks) < wanted) return;
      watch.disconnect();
      requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { resolve(performance.now()); }; channel.port2.postMessage(0); });
    });
    watch.observe(results, { attributes: true });
  });
  const move = (id, value) => {
    const slider = document.getElementById(id);
    slider.value = String(value);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const levers = [...document.querySelectorAll('.lever > input[type=range]')].map((one) => one.id), assumptions = [...document.querySelectorAll('.assumption > input')].map((one) => one.id);
  const times = { lever: [], assumption: [] };
  for (let k = 0; k < moves; ++k) {
    const kind = k % 4 === 3 && assumptions.length > 0 ? 'assumption' : 'lever', ids = kind === 'lever' ? levers : assumptions;
    const began = performance.now(), done = shown(1);
    move(ids[(k * 7) % ids.length], kind === 'lever' ? 5 * (1 + (k * 11) % 20) : (k * 17) % 40);
    times[kind].push(await done - began);
    document.getElementById(ids[(k * 7) % ids.length])?.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => { setTimeout(resolve, 60); });
  }
  const began = performance.now(), done = shown(64);
  move(levers[3], 35);
  return { times, all: await done - began, long };
}, Number(moves));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)], most = (list) => Math.max(0, ...list);
for (const [kind, list] of Object.entries(measured.times)) console.log(`${kind}: median ${median(list).toFixed(0)} ms, slowest ${most(list).toFixed(0)} ms of ${list.length}`);
const together = Object.values(measured.times).flat();
console.log(`all moves: median ${median(together).toFixed(0)} ms of ${together.length}; 1,024 histories: ${measured.all.toFixed(0)} ms`);
console.log(`frames longer than 50 ms: ${measured.long.length}, the longest ${most(measured.long).toFixed(0)} ms`);

// Anna and Ben differ in five answers, Cem has one, and the scenario has all of its strategies.
const data = data_in(resolve(file)), bins = { Anna: [1, 8, 2, 7, 3], Ben: [8, 1, 7, 2, 6], Cem: [4] };
const laid = (bin) => Array.from({ length: 10 }, (_, k) => (k === bin ? 20 : 0));
const answers = Object.entries(bins).map(([participant, its]) => ({
  name: `${participant}.yaml`, mimeType: 'application/yaml',
  buffer: Buffer.from(text_of(data, { participant, round: 1, assumptions: Object.fromEntries(its.slice(0, data.workshop.assumptions.length).map((bin, k) => [data.workshop.assumptions[k].path, laid(bin)])), levers: {} })),
}));
await page.locator('#view-comparing').click();
await page.evaluate(() => {
  const place = document.getElementById('comparing');
  window.compared = {};
  window.long = [];
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.long.push(one.duration); }).observe({ type: 'longtask' });
  document.getElementById('choose-answers').addEventListener('change', () => { window.began = performance.now(); });
  new MutationObserver(() => { window.compared[place.dataset.blocks] ??= performance.now() - window.began; }).observe(place, { attributes: true, attributeFilter: ['data-blocks'] });
});
await page.locator('#choose-answers').setInputFiles(answers);
await page.waitForFunction(() => '16' in window.compared, null, { timeout: 600_000 });
const compared = await page.evaluate(() => ({ at: window.compared, long: window.long }));
for (const [blocks, time] of Object.entries(compared.at)) if (Number(blocks) > 0) console.log(`answers of three compared, ${Number(blocks) * 16} histories of each strategy: after ${(time / 1000).toFixed(1)} s`);
console.log(`frames longer than 50 ms while they are: ${compared.long.length}, the longest ${most(compared.long).toFixed(0)} ms`);
await browser.close();
