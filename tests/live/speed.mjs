// node speed.mjs CHROMIUM PACKAGES PAGE [MOVES]: how long a slider's movement takes until something new is drawn, how long 1,024
// histories take, and how long the page's own thread stands still; measured in the page. Prints numbers and judges nothing.

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [chromium_path, packages, file, moves = '200'] = process.argv.slice(2);
const { chromium } = createRequire(join(packages, 'package.json'))('playwright-core');
const browser = await chromium.launch({ executablePath: chromium_path, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(pathToFileURL(resolve(file)).href);
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
await browser.close();
