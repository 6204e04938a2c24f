// What makes a page one for everybody, measured: each function says what is amiss, in a list.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// Everything that axe knows (WCAG 2 A and AA, and its good practice), over the page as it stands.
export async function violations(page, folder) {
  const require = createRequire(join(folder, 'package.json'));
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  // A figure is one picture with a description; what is drawn inside is not for axe.
  const found = await page.evaluate(() => window.axe.run({ exclude: ['figure > *'] }, { resultTypes: ['violations'] }));
  return found.violations.map((one) => `${one.id}, ${one.help}, ${one.nodes.length} times, first ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`);
}

const channels = (hexadecimal) => [1, 3, 5].map((k) => parseInt(hexadecimal.slice(k, k + 2), 16));
// Relative luminance and contrast as WCAG 2.2 defines them.
function luminance(colour) {
  const [red, green, blue] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one, other) {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

// axe does not see into figures: text needs 4.5 : 1, what is drawn 3 : 1, through its opacity. `line` is only a grid's.
export async function faint_colours(folder) {
  const { transformSync } = createRequire(join(folder, 'package.json'))('esbuild');
  const { code } = transformSync(readFileSync(join(folder, 'look.ts'), 'utf8'), { loader: 'ts' });
  globalThis.window = { matchMedia: () => ({ matches: false }) };
  const { light, dark, mark_opacity } = await import('data:text/javascript,' + encodeURIComponent(code));
  delete globalThis.window;
  const faults = [];
  for (const [name, look] of Object.entries({ light, dark })) {
    const paper = channels(look.paper);
    const check = (what, colour, opacity, least) => {
      const seen = channels(colour).map((value, k) => opacity * value + (1 - opacity) * paper[k]);
      const ratio = contrast(seen, paper);
      if (!(ratio >= least)) faults.push(`${name}: ${what} ${colour} has a contrast of ${ratio.toFixed(2)}, less than ${least}`);
    };
    for (const what of ['text', 'muted']) check(what, look[what], 1, 4.5);
    for (const what of ['up', 'down', 'flat']) check(what, look[what], mark_opacity, 3);
    look.series.forEach((colour, k) => check(`series ${k + 1}`, colour, mark_opacity, 3));
  }
  return faults;
}

// Tab comes to every slider and folded table; arrows move the one, Enter opens the other.
export async function keyboard_faults(page) {
  const faults = [];
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a, summary, input')];
    all.forEach((one, k) => { one.dataset.reached = String(k); });
    return all.length;
  });
  const reached = new Set();
  let opened = 0, moved = 0;
  for (let presses = 0; presses < 3 * wanted; ++presses) {
    await page.keyboard.press('Tab');
    const now = () => page.evaluate(() => {
      const one = document.activeElement;
      return { key: one.dataset.reached, tag: one.tagName, open: one.parentElement?.open, value: one.ariaValueText, outline: getComputedStyle(one).outlineStyle };
    });
    const before = await now();
    if (before.tag === 'BODY') break;
    if (before.outline === 'none') faults.push(`no outline shows where the keyboard is: ${before.tag}`);
    if (before.key !== undefined) reached.add(before.key);
    if (before.tag === 'SUMMARY' && opened < 3) {
      await page.keyboard.press('Enter');
      if ((await now()).open === before.open) faults.push('Enter opens no table');
      ++opened;
    }
    if (before.tag === 'INPUT') {
      await page.keyboard.press('ArrowLeft');
      if ((await now()).value === before.value) faults.push('an arrow does not move the slider');
      ++moved;
    }
  }
  if (reached.size < wanted) faults.push(`the keyboard reaches ${reached.size} of ${wanted}`);
  if (opened === 0 || moved === 0) faults.push(`the keyboard opened ${opened} tables and moved ${moved} sliders`);
  return faults;
}

// An A4 page with the margins of report.css holds 680 pixels across: every figure is drawn for it, in the colours of paper.
export async function paper_faults(page) {
  await page.setViewportSize({ width: 680, height: 970 });
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const figures = [...document.querySelectorAll('figure')];
    return {
      undrawn: figures.filter((one) => !one.querySelector('svg')).length,
      wide: figures.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
      tall: figures.filter((one) => one.querySelector('svg')?.getBoundingClientRect().height > 970).length,
      dark: [...document.querySelectorAll('figure svg text')].filter((one) => /^(rgb\(232|#e8ecf1)/.test(one.getAttribute('fill') ?? '')).length,
      background: getComputedStyle(document.body).backgroundColor,
    };
  });
  const faults = [];
  for (const what of ['undrawn', 'wide', 'tall', 'dark']) if (seen[what] > 0) faults.push(`on paper ${seen[what]} are ${what}`);
  if (seen.background !== 'rgb(255, 255, 255)') faults.push('paper is not white: ' + seen.background);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (pdf.length < 20_000) faults.push('the PDF is all but empty');
  const sheets = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  if (sheets < 1 || sheets > 8) faults.push(`${sheets} sheets of paper`);
  return faults;
}

// Every figure can be saved as it is: the first one, in both formats.
export async function saving_faults(page) {
  const faults = [];
  const counts = await page.evaluate(() => [document.querySelectorAll('figure').length, document.querySelectorAll('.save button').length]);
  if (counts[1] !== 2 * counts[0]) faults.push(`${counts[0]} figures have ${counts[1]} buttons to save them`);
  await page.locator('figure svg').first().waitFor({ state: 'attached', timeout: 20_000 });
  for (const [k, start] of [[0, '<svg'], [1, '\x89PNG']]) {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), page.locator('.save button').nth(k).click()]);
    const content = readFileSync(await download.path()).toString('latin1');
    if (!content.startsWith(start) || content.length < 2_000) faults.push(`what is saved is no picture: ${content.slice(0, 40)}`);
    if (k === 0 && !content.includes('<title>')) faults.push('the picture does not say what it shows');
  }
  return faults;
}
