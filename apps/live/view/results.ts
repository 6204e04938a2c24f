// What the engine tells, as it comes: the headline first, then figure by figure.

import { fan_beside_baseline } from '../charts/fan';
import type { Figures } from '../charts/draw';
import { drawing_of } from '../../report/charts';
import { formatter } from '../../report/look';
import type { Language, Told } from '../state/data';
import { h } from './dom';
import { figure, Sections, set_label } from './sections';
import type { Words } from './words';
import { filled } from './words';

export class Results {
  readonly element: HTMLElement;
  private readonly headline = h('p', { class: 'headline', role: 'status', 'aria-live': 'polite' });
  private readonly progress = h('p', { class: 'progress' });
  private readonly bar = h('progress', { max: 1, value: 0, 'aria-hidden': 'true' });
  private readonly fans = new Map<string, HTMLElement>();
  private readonly fan_place = h('div', { class: 'side-by-side' });
  private readonly map_figure = figure('');
  private readonly map_slider = h('input', { type: 'range', min: 0, max: 0, value: 0, id: 'map-week' });
  private readonly map_week = h('output', { for: 'map-week' });
  private readonly hashes = h('p', { class: 'hashes' });
  private readonly verdict: HTMLElement;
  private readonly headings: Record<'fans' | 'fans_hint' | 'map' | 'map_hint' | 'forecast', HTMLElement> = {
    fans: h('h2', { id: 'fans-heading' }), fans_hint: h('p'), map: h('h2', { id: 'map-heading' }), map_hint: h('p'), forecast: h('p', { class: 'caution' }),
  };
  private readonly sections: Sections;
  private told: Told | null = null;
  private later = 0; // what is not drawn at once
  private moment = -1; // of the map; -1: the last one

  constructor(private readonly figures: Figures, private words: Words, private language: Language) {
    const { fans, fans_hint, map, map_hint, forecast } = this.headings;
    this.sections = new Sections(figures, 'section');
    this.map_slider.addEventListener('input', () => {
      this.moment = Number(this.map_slider.value);
      this.show_map(true);
    });
    this.verdict = h('div', { class: 'verdict', tabindex: -1 }, this.headline, this.progress, this.bar, forecast);
    this.element = h(document.querySelector('main') ? 'div' : 'main', { id: 'results', role: document.querySelector('main') ? 'region' : null }, this.verdict,
      h('section', { 'aria-labelledby': 'fans-heading' }, fans, fans_hint, this.fan_place), this.sections.element,
      h('section', { class: 'map', 'aria-labelledby': 'map-heading' }, map, map_hint, this.map_figure, h('label', { class: 'slider' }, this.map_week, this.map_slider)), this.hashes);
    this.speak(words, language);
  }

  focus(): void { this.verdict.focus(); }
  speak(words: Words, language: Language): void {
    this.words = words;
    this.language = language;
    for (const [key, element] of Object.entries(this.headings)) element.textContent = key === 'forecast' ? words.no_forecast : words[key as 'fans'];
    this.element.setAttribute('aria-label', words.results);
  }
  wait(most: number): void {
    this.element.dataset.blocks = '0';
    this.say_progress(0, most);
  }
  refuse(why: string): void {
    this.headline.textContent = `${this.words.refused} ${why}`;
    this.progress.textContent = '';
  }

  show(told: Told, job: number, most: number): void {
    this.told = told;
    this.headline.textContent = told.headline;
    this.say_progress(told.blocks, most);
    this.hashes.textContent = filled(this.words.hashes, told.state_hash, told.baseline_hash);
    told.fans.forEach((fan, k) => { this.show_fan(fan, k === 0); });
    // What somebody waits for is there: the driver of the tests looks for it.
    this.element.dataset.job = String(job);
    this.element.dataset.blocks = String(told.blocks);
    this.element.dataset.hash = told.state_hash;
    this.element.dataset.baseline = told.baseline_hash;
    // Tables and the map come after the frame that shows this: together they would hold it up.
    clearTimeout(this.later);
    this.later = window.setTimeout(() => {
      this.sections.show(told.sections, this.words);
      this.later = window.setTimeout(() => { this.show_map(false); });
    });
  }

  private say_progress(blocks: number, most: number): void {
    const count = (value: number) => new Intl.NumberFormat(this.language).format(value);
    this.progress.textContent = `${count(blocks * 16)} ${this.words.of} ${count(most * 16)} ${this.words.histories}${blocks < most ? ` · ${this.words.simulating}` : ''}`;
    this.bar.value = blocks / most;
  }
  private show_fan(fan: Told['fans'][number], now: boolean): void {
    let place = this.fans.get(fan.key);
    if (!place) {
      place = figure('');
      this.fans.set(fan.key, place);
      this.fan_place.append(h('div', {}, h('h3', {}), place));
    }
    place.previousElementSibling!.textContent = fan.with.label;
    const format = formatter(this.language, fan.with.unit), last = fan.with.q50.length - 1;
    set_label(place, filled(this.words.ends, fan.with.label, format(fan.with.q50[last]), format(fan.without.q50[last])));
    this.figures.show(place, (setting) => fan_beside_baseline(setting, { baseline: this.words.baseline }, fan.with, fan.without), now);
  }

  private show_map(now: boolean): void {
    if (!this.told) return;
    const { panels } = this.told.map;
    const moment = this.moment < 0 ? panels.length - 1 : Math.min(this.moment, panels.length - 1);
    this.map_slider.max = String(panels.length - 1);
    this.map_slider.value = String(moment);
    this.map_slider.setAttribute('aria-label', this.words.week);
    this.map_slider.setAttribute('aria-valuetext', panels[moment].name);
    this.map_week.textContent = panels[moment].name;
    const places = panels[moment].points.map((point) => `${point.name}: ${formatter(this.language, 'share')(point.x)}, ${formatter(this.language, 'one')(point.y)}`);
    set_label(this.map_figure, `${this.words.map}, ${panels[moment].name}. ${places.join('; ')}`);
    const grid = { ...this.told.map, panels: [{ ...panels[moment], name: '' }] };
    this.figures.show(this.map_figure, (setting) => drawing_of(setting, { kind: 'grid', data: grid }), now);
  }
}
