// Sections of findings, as the engine tells them, shown again and again: what stays is changed where it stands.

import type { Figures } from '../charts/draw';
import type { Chart } from '../../report/charts';
import { drawing_of } from '../../report/charts';
import type { Section } from '../state/data';
import { h, html_table } from './dom';
import type { Words } from './words';

export const figure = (label: string) => h('figure', { class: 'drawn', role: 'img', 'aria-label': label });
export const set_label = (element: HTMLElement, label: string) => { element.setAttribute('aria-label', label); };

export class Sections {
  readonly element = h('div', { class: 'told' });
  private readonly known = new Map<string, { element: HTMLElement; figures: HTMLElement[]; shape: string }>();

  constructor(private readonly figures: Figures, private readonly prefix: string) {}

  show(sections: Section[], words: Words): void {
    const wanted = new Set(sections.map((section) => section.id + section.heading));
    for (const [key, known] of this.known) {
      if (wanted.has(key)) continue;
      for (const one of known.figures) this.figures.forget(one);
      known.element.remove();
      this.known.delete(key);
    }
    sections.forEach((section, k) => { this.show_section(section, k, words); });
  }

  private show_section(section: Section, position: number, words: Words): void {
    const key = section.id + section.heading, shape = section.parts.map((part) => part.kind).join();
    let known = this.known.get(key);
    if (known?.shape !== shape) {
      known?.element.remove();
      for (const one of known?.figures ?? []) this.figures.forget(one);
      const id = `${this.prefix}-${section.id}-${section.heading.replaceAll(/\P{L}+/gu, '-')}`;
      const made: HTMLElement[] = [];
      const element = h('section', { 'aria-labelledby': id, class: section.id }, h('h2', { id }, section.heading), ...section.parts.flatMap((part): HTMLElement[] => {
        if (part.kind === 'text') return [h('p', {})];
        if (part.kind === 'table') return [h('div', { class: 'table' })];
        const place = figure(part.description);
        made.push(place);
        return [place, h('details', { class: 'numbers', id: `${id}-numbers-${made.length}` }, h('summary', {}, `${words.numbers}: ${part.table.caption || section.heading}`), h('div', { class: 'table' }))];
      }));
      known = { element, figures: made, shape };
      this.known.set(key, known);
    }
    // Moved only where it stands elsewhere, for that takes the focus from what is in it.
    if (this.element.children[position] !== known.element) this.element.insertBefore(known.element, this.element.children[position] ?? null);
    const texts = known.element.querySelectorAll(':scope > p'), tables = known.element.querySelectorAll('.table');
    let text = 0, table = 0, drawn = 0;
    for (const part of section.parts) {
      if (part.kind === 'text') texts[text++].textContent = part.text;
      else tables[table++].replaceChildren(html_table({ ...part.table, caption: part.table.caption || section.heading }));
      if (part.kind !== 'figure') continue;
      const place = known.figures[drawn++];
      set_label(place, part.description);
      this.figures.show(place, (setting) => drawing_of(setting, part.chart as Chart));
    }
  }
}
