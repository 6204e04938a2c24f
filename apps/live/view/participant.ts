// What one participant says, alone: chips on assumptions and dots on levers, kept in a file of their own. Nothing is sent anywhere.

import type { Answers } from '../state/answers';
import { answers_in, file_name, file_of, no_answers, with_chips, with_dots } from '../state/answers';
import type { Assumption, Data, Language, Lever, Workshop } from '../state/data';
import { facts_of, number_text, what_it_is } from './assumptions';
import { h } from './dom';
import { roulette } from './roulette';
import type { Word } from './words';
import { filled, words } from './words';

export class Participant {
  readonly element = h('main', { class: 'participant', id: 'answering' });
  private answers: Answers = no_answers;
  private saved = true;
  private saying: [word: Word, gap: string] | null = null;

  constructor(private readonly data: Data, private readonly workshop: Workshop, private language: Language) {
    window.addEventListener('beforeunload', (event) => { if (!this.saved) event.preventDefault(); });
    this.speak(language);
  }

  begin(): void { /* nothing to start */ }
  focus(): void { this.element.querySelector<HTMLElement>('#participant')?.focus(); }
  speak(language: Language): void {
    this.language = language;
    const said = words[language];
    this.element.setAttribute('aria-label', said.answering);
    this.element.replaceChildren(this.sheet(), this.assumptions(), this.levers(), this.keeping());
    this.show_said();
  }

  private change(answers: Answers): void {
    this.answers = answers;
    this.saved = false;
    this.say(null);
  }
  private say(word: Word | null, gap = ''): void {
    this.saying = word === null ? null : [word, gap];
    this.show_said();
  }
  private show_said(): void {
    for (const place of this.element.querySelectorAll('.said')) place.textContent = this.saying === null ? '' : filled(words[this.language][this.saying[0]], this.saying[1]);
  }

  private sheet(): HTMLElement {
    const said = words[this.language];
    const name = h('input', { type: 'text', id: 'participant', maxlength: this.workshop.longest_name, autocomplete: 'off', spellcheck: 'false', value: this.answers.participant, input: () => { this.change({ ...this.answers, participant: name.value }); } });
    const rounds = Array.from({ length: this.workshop.most_rounds }, (_, k) => k + 1);
    const round = h('select', { id: 'round', change: () => { this.change({ ...this.answers, round: Number(round.value) }); } },
      ...rounds.map((one) => h('option', { value: one, selected: one === this.answers.round }, filled(said.round_number, one))));
    const file = h('input', { type: 'file', id: 'open-answers', accept: '.yaml,.yml,.json', change: () => { void this.open(file.files?.[0]); } });
    return h('section', { 'aria-labelledby': 'sheet-heading' }, h('h2', { id: 'sheet-heading' }, said.answering), h('p', {}, said.answering_hint),
      h('div', { class: 'fields' }, h('label', { for: 'participant' }, said.participant, ' ', name), h('label', { for: 'round' }, said.round, ' ', round),
        h('label', { for: 'open-answers' }, said.open_answers, ' ', file)),
      h('p', { class: 'said' }));
  }
  private assumptions(): HTMLElement {
    const said = words[this.language];
    return h('section', { class: 'assumptions', 'aria-labelledby': 'asked-heading' }, h('h2', { id: 'asked-heading' }, said.assumptions), h('p', {}, filled(said.chips_hint, this.workshop.most_chips)),
      h('div', { class: 'asked' }, ...this.workshop.assumptions.map((one, k) => this.assumption(one, k))));
  }
  private assumption(one: Assumption, k: number): HTMLElement {
    const said = words[this.language], language = this.language, edges = this.workshop.edges[k];
    const number = (value: number) => number_text(language, value), name = what_it_is(this.data, one, language);
    const unit = one.unit[language] === '1' ? '' : ` ${one.unit[language]}`;
    return h('div', { class: 'asks' }, h('h3', {}, name), unit === '' ? null : h('p', { class: 'unit' }, `${said.unit}:${unit}`),
      roulette({
        id: `asked-${k}`, name, words: said, most: this.workshop.most_chips, low: number(edges[0]), high: number(edges[edges.length - 1]),
        bins: edges.slice(1).map((edge, bin) => filled(said.from_to, number(edges[bin]), number(edge)) + unit),
        changed: (chips) => { this.change(with_chips(this.answers, one.path, [...chips])); },
      }, this.answers.chips[one.path]),
      h('details', { class: 'more' }, h('summary', { 'aria-label': `${said.source_of} ${name}` }, said.source), facts_of(one, said, language)));
  }
  private levers(): HTMLElement {
    const said = words[this.language];
    return h('section', { class: 'levers', 'aria-labelledby': 'dots-heading' }, h('h2', { id: 'dots-heading' }, said.levers), h('p', {}, filled(said.dots_hint, this.workshop.most_dots)),
      ...this.data.families.map((family) => h('div', { class: 'family' }, h('h3', {}, family.name[this.language]), ...family.levers.map((lever) => this.lever(lever)))));
  }
  private lever(lever: Lever): HTMLElement {
    const said = words[this.language];
    const choices = Array.from({ length: this.workshop.most_dots + 1 }, (_, dots) => h('label', { class: 'dot-choice' },
      h('input', { type: 'radio', name: `dots-${lever.key}`, id: `dots-${lever.key}-${dots}`, value: dots, checked: dots === (this.answers.dots[lever.key] ?? 0), 'aria-label': dots === 0 ? said.no_dots : filled(said.dots, dots),
        change: () => { this.change(with_dots(this.answers, lever.key, dots)); } }),
      h('span', { 'aria-hidden': 'true' }, dots === 0 ? '–' : '●'.repeat(dots))));
    return h('fieldset', { class: 'dotted', title: lever.meaning[this.language] }, h('legend', {}, lever.name[this.language]), ...choices);
  }
  private keeping(): HTMLElement {
    const said = words[this.language];
    return h('section', { class: 'keeping', 'aria-labelledby': 'keeping-heading' }, h('h2', { id: 'keeping-heading' }, said.keep_answers), h('p', {}, said.keep_hint),
      h('button', { type: 'button', id: 'save-answers', class: 'main', click: () => { this.save(); } }, said.save_answers), h('p', { class: 'said', role: 'status' }));
  }

  private save(): void {
    if (this.answers.participant.trim() === '') {
      this.say('name_missing');
      return this.focus();
    }
    const url = URL.createObjectURL(new Blob([file_of(this.data, this.workshop, this.answers)], { type: 'application/yaml' }));
    h('a', { href: url, download: file_name(this.answers) }).click();
    setTimeout(() => { URL.revokeObjectURL(url); }, 10_000);
    this.saved = true;
    this.say('answers_saved', file_name(this.answers));
  }
  private async open(file: File | undefined): Promise<void> {
    if (!file) return;
    const answers = file.size > this.workshop.largest_file ? null : answers_in(this.data, this.workshop, await file.text());
    if (answers) this.answers = answers;
    this.saved = true;
    this.saying = answers ? ['answers_opened', file.name] : ['not_these_answers', file.name];
    this.speak(this.language);
  }
}
