// Draws the figures of a report. Everything it needs is in the page; without it the page has the same numbers as tables.

import type { Chart } from './charts';
import { drawing_of } from './charts';
import type { Chart as Drawn } from './draw';
import { init } from './draw';
import { darkness, look } from './look';
import type { Network } from './network';
import { add_slider, draw_network } from './network';
import { add_saving } from './save';

// words: instead of those of the page, such as another currency.
type Figure = { id: string; words?: Record<string, string> } & (Chart | { kind: 'network'; data: Network });
interface Report { language: string; words: Record<string, string>; figures: Figure[] }

const report: Report = JSON.parse(document.getElementById('data')!.textContent!);
const frames = new Map<string, number>(); // of a network: where its slider stands
const movers = new Map<string, (frame: number) => void>();
const charts = new Map<string, Drawn>();

function draw(figure: Figure, printing: boolean): void {
  const place = document.getElementById(figure.id)!;
  const width = printing ? 680 : Math.floor(place.clientWidth);
  if (width < 50) return;
  const setting = { look: look(printing), language: report.language, words: { ...report.words, ...figure.words }, width };
  if (figure.kind === 'network') {
    movers.set(figure.id, draw_network(place, figure.data, setting, frames.get(figure.id)!));
    return;
  }
  const { height: usual, option } = drawing_of(setting, figure);
  const height = printing && ['fan', 'areas', 'lines', 'scatter', 'quantiles', 'regions'].includes(figure.kind) ? Math.round(usual * 0.75) : usual;
  charts.get(figure.id)?.dispose();
  const chart = init(place, width, height);
  chart.setOption(option);
  charts.set(figure.id, chart);
}

// A figure is drawn when it comes near; when paper, colours or width change, those that were drawn are drawn again.
const drawn = new Set<Figure>();
const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const figure = report.figures.find((one) => one.id === entry.target.id);
    if (!entry.isIntersecting || !figure || drawn.has(figure)) continue;
    drawn.add(figure);
    draw(figure, false);
  }
}, { rootMargin: '1000px' });

for (const details of document.querySelectorAll<HTMLDetailsElement>('details.numbers')) details.open = false;
for (const figure of report.figures) {
  const place = document.getElementById(figure.id)!;
  if (figure.kind === 'network') {
    frames.set(figure.id, figure.data.frames.length - 1);
    add_slider(place, figure.data, report.words, (frame) => { frames.set(figure.id, frame); movers.get(figure.id)?.(frame); });
  }
  add_saving(place, report.words, `${document.title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-${figure.id}`, (look_at) => {
    draw(figure, true);
    look_at();
    draw(figure, false);
  });
  near.observe(place);
}

let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  for (const figure of drawn) draw(figure, false);
});
darkness.addEventListener('change', () => { for (const figure of drawn) draw(figure, false); });
// On paper a figure speaks for its table; where everything is asked for, tables without a figure are printed, too.
const everything = document.documentElement.classList.contains('full');
const alone = !everything ? [] : [...document.querySelectorAll<HTMLDetailsElement>('details.numbers')].filter((one) => !one.previousElementSibling?.matches('figure, .slider, .save'));
window.addEventListener('beforeprint', () => { for (const one of alone) one.open = true; });
window.addEventListener('beforeprint', () => { for (const figure of report.figures) { drawn.add(figure); draw(figure, true); } });
window.addEventListener('afterprint', () => { for (const figure of report.figures) draw(figure, false); });
