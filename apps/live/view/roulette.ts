// Chips laid into bins over what is plausible, after the roulette method of SHELF. With a mouse or a finger: a touch of a column lays its
// chips up to there, one more touch of the topmost takes it away. With the keyboard: arrows to the sides go from bin to bin, up and
// down lay and take chips. For a screen reader each bin is a number that is said with its range.

import { sum } from '../state/answers';
import { h } from './dom';
import type { Words } from './words';
import { filled } from './words';

const usual_rows = 8;

export interface Roulette {
  id: string;
  name: string; // of what is asked
  bins: string[]; // what each is called: its range
  low: string;
  high: string; // of all bins
  most: number; // chips
  words: Words;
  changed(chips: number[]): void;
}

export function roulette(of: Roulette, start: number[] | undefined): HTMLElement {
  const chips = start ? [...start] : of.bins.map(() => 0);
  const count = h('p', { class: 'chips-laid', role: 'status' });
  const columns = of.bins.map((name, k) => h('div', {
    role: 'spinbutton', class: 'bin', id: `${of.id}-bin-${k}`, tabindex: k === 0 ? 0 : -1, 'aria-label': `${of.name}: ${name}`, 'aria-valuemin': 0, 'aria-valuemax': of.most,
    keydown: (event) => { press(event as KeyboardEvent, k); }, click: (event) => { touch(event as MouseEvent, k); },
  }));
  const board = h('div', { class: 'board', role: 'group', 'aria-label': of.name }, ...columns);

  // As many as are wanted, or as there are left.
  function lay(k: number, wanted: number): void {
    const left = of.most - sum(chips) + chips[k];
    chips[k] = Math.max(0, Math.min(wanted, left));
    show();
    of.changed(chips);
  }
  function go(k: number): void {
    columns.forEach((one, other) => { one.tabIndex = other === k ? 0 : -1; });
    columns[k].focus();
  }
  function press(event: KeyboardEvent, k: number): void {
    const steps: Record<string, () => void> = {
      ArrowUp: () => { lay(k, chips[k] + 1); }, ArrowDown: () => { lay(k, chips[k] - 1); },
      ArrowRight: () => { go(Math.min(columns.length - 1, k + 1)); }, ArrowLeft: () => { go(Math.max(0, k - 1)); },
      Home: () => { go(0); }, End: () => { go(columns.length - 1); }, Delete: () => { lay(k, 0); }, Backspace: () => { lay(k, 0); },
    };
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    steps[event.key]();
  }
  function touch(event: MouseEvent, k: number): void {
    const place = columns[k].getBoundingClientRect(), rows = columns[k].childElementCount;
    const row = Math.max(1, Math.ceil(((place.bottom - event.clientY) / place.height) * rows));
    columns.forEach((one, other) => { one.tabIndex = other === k ? 0 : -1; });
    lay(k, row === chips[k] ? row - 1 : row);
  }
  function show(): void {
    const rows = Math.min(of.most, Math.max(usual_rows, ...chips.map((one) => one + 1)));
    columns.forEach((column, k) => {
      column.setAttribute('aria-valuenow', String(chips[k]));
      column.setAttribute('aria-valuetext', filled(of.words.chips, chips[k]));
      while (column.childElementCount < rows) column.append(h('span'));
      while (column.childElementCount > rows) column.lastElementChild!.remove();
      [...column.children].forEach((cell, row) => { cell.className = row < chips[k] ? 'chip' : ''; });
    });
    const laid = sum(chips);
    count.textContent = laid === 0 ? of.words.untouched : filled(of.words.chips_laid, laid, of.most);
    element.classList.toggle('untouched', laid === 0);
  }

  const set_all = (each: number) => {
    chips.fill(each);
    show();
    of.changed(chips);
  };
  const button = (what: 'spread_evenly' | 'no_opinion', each: number) =>
    h('button', { type: 'button', id: `${of.id}-${what}`, 'aria-label': `${of.words[what]}: ${of.name}`, click: () => { set_all(each); } }, of.words[what]);
  const element = h('div', { class: 'roulette' }, board, h('div', { class: 'ends', 'aria-hidden': 'true' }, h('span', {}, of.low), h('span', {}, of.high)), count,
    h('div', { class: 'buttons' }, button('spread_evenly', Math.floor(of.most / of.bins.length)), button('no_opinion', 0)));
  show();
  return element;
}
