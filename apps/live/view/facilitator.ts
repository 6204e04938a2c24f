// Everybody's answers, laid side by side: files are dropped here, the engine reads them as it reads them for `micropol workshop`, and
// says what each would choose and which answers make the difference. Whatever is in a file or its name is text.

import { Figures } from '../charts/draw';
import { answers_in } from '../state/answers';
import type { Data, Language, Workshop } from '../state/data';
import type { WorkshopTold } from '../worker/study';
import { Study } from '../worker/study';
import { h } from './dom';
import { Sections } from './sections';
import { filled, words } from './words';

const stages = [2, 4, 16]; // blocks of each strategy and participant: an interval soon, then a narrower one, then enough

// key: what the engine calls the file, for a name may hold anything.
interface Given { key: string; label: string; text: string; whose: string; why: string | null } // why: it is refused

export class Facilitator {
  readonly element = h('main', { class: 'facilitator', id: 'comparing' });
  private readonly figures: Figures;
  private readonly sections: Sections;
  private readonly study: Study;
  private readonly list = h('ul', { class: 'files' });
  private readonly said = h('p', { class: 'said', role: 'status' });
  private readonly bar = h('progress', { 'aria-hidden': 'true', hidden: true });
  private readonly count = h('p', { class: 'progress' }); // not read out: it changes with every block
  private readonly stopper = h('button', { type: 'button', id: 'stop-comparing', hidden: true, click: () => { this.stop_or_go_on(); } });
  private readonly headline = h('div', { class: 'verdict', hidden: true });
  private readonly heading = h('h2', { id: 'comparing-heading' });
  private readonly hint = h('p');
  private readonly choose_label = h('span');
  private readonly chosen: HTMLInputElement = h('input', { type: 'file', id: 'choose-answers', multiple: true, accept: '.yaml,.yml,.json', change: () => { void this.take([...this.chosen.files ?? []]); } });
  private given: Given[] = [];
  private files = 0;
  private shown = 0; // blocks that the answer on the page comes of
  private stopped = false;
  private round = 0; // of comparing: what an earlier one finds is not shown any more

  constructor(private readonly data: Data, private readonly workshop: Workshop, private language: Language, engine: () => Promise<WebAssembly.Module>) {
    this.figures = new Figures(() => ({ language: this.language, words: data.words[this.language] }), () => { this.element.dataset.drawn = String(this.round); });
    this.sections = new Sections(this.figures, 'workshop');
    this.study = new Study(engine, JSON.stringify({ name: data.name, scenario: data.scenario }), Math.min(8, Math.max(2, navigator.hardwareConcurrency)));
    const over = (event: Event) => {
      event.preventDefault();
      this.element.classList.add('over');
    };
    this.element.addEventListener('dragover', over);
    this.element.addEventListener('dragleave', () => { this.element.classList.remove('over'); });
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      this.element.classList.remove('over');
      void this.take([...event.dataTransfer?.files ?? []]);
    });
    this.element.append(h('section', { 'aria-labelledby': 'comparing-heading' }, this.heading, this.hint,
      h('label', { class: 'drop' }, this.choose_label, ' ', this.chosen), this.list, this.said, this.bar, this.count, this.stopper), this.headline, this.sections.element);
    this.speak(language);
    this.figures.follow_the_window();
  }

  begin(): void { this.figures.again(false); }
  focus(): void { this.chosen.focus(); }
  speak(language: Language): void {
    this.language = language;
    const said = words[language];
    this.element.setAttribute('aria-label', said.comparing);
    this.heading.textContent = said.comparing;
    this.hint.textContent = said.comparing_hint;
    this.choose_label.textContent = said.choose_answers;
    this.show_list();
    this.stopper.textContent = this.stopped ? said.go_on : said.stop;
    if (this.stopped) this.say_stopped();
    else if (this.given.length > 0) void this.compare();
  }

  // Files that were dropped or chosen, besides those that are there.
  private async take(files: File[]): Promise<void> {
    this.chosen.value = '';
    const said = words[this.language];
    for (const file of files) {
      if (this.given.length >= this.workshop.most_files) {
        this.say(filled(said.too_many_files, this.workshop.most_files));
        break;
      }
      const taken = (label: string) => this.given.some((one) => one.label === label);
      let label = file.name;
      for (let k = 2; taken(label); ++k) label = `${file.name} (${k})`;
      const text = file.size > this.workshop.largest_file ? '' : await file.text().catch(() => '');
      const answers = answers_in(this.data, this.workshop, text);
      const readable = as_engine_reads(text);
      const why = file.size > this.workshop.largest_file ? said.file_too_large : readable === null ? said.file_no_json : null;
      this.given.push({ key: `answers-${++this.files}`, label, text: readable ?? '', whose: answers ? `${answers.participant}, ${filled(said.round_number, answers.round)}` : '', why });
    }
    await this.compare();
  }
  private remove(one: Given): void {
    this.given = this.given.filter((other) => other !== one);
    void this.compare();
    this.chosen.focus();
  }

  private stop_or_go_on(): void {
    if (this.stopped) return void this.compare();
    ++this.round;
    this.study.stop();
    this.show_stopper(true);
    this.say_stopped();
    this.element.dataset.blocks = 'stopped';
  }
  private say_stopped(): void {
    const said = words[this.language];
    this.say(this.shown === 0 ? said.stopped_before : filled(said.stopped_after, this.shown * 16));
  }
  // Stays where it is, so that whoever stops can go on without looking for it.
  private show_stopper(stopped: boolean): void {
    this.stopped = stopped;
    this.stopper.hidden = false;
    this.stopper.textContent = stopped ? words[this.language].go_on : words[this.language].stop;
  }

  private async compare(): Promise<void> {
    const round = ++this.round, said = words[this.language];
    this.shown = 0;
    this.show_list();
    this.show_stopper(false);
    this.element.dataset.blocks = '0';
    // What is refused is left out, with the reason; then the others are compared.
    for (let stage = 0; stage < stages.length;) {
      const used = this.given.filter((one) => one.why === null);
      if (used.length === 0) {
        this.study.stop();
        this.stopper.hidden = true;
        this.show({});
        this.say('');
        this.element.dataset.blocks = 'none';
        return;
      }
      this.say(`${filled(said.comparing_now, used.length)} ${said.simulating}`);
      let told: WorkshopTold;
      try {
        told = await this.study.ask({ asked: this.workshop.assumptions.map((one) => one.path), answers: used.map((one) => ({ file: one.key, text: one.text })), strategies: [], blocks: stages[stage] }, this.language === 'de', (done, all) => {
          if (round !== this.round) return;
          this.bar.hidden = false;
          this.bar.max = all;
          this.bar.value = done;
          this.count.textContent = filled(said.comparing_count, stage + 1, stages.length, stages[stage] * 16, done, all);
        });
      } catch (why) {
        if (round !== this.round) return;
        this.stopper.hidden = true;
        this.say(`${said.cannot_compare} ${why instanceof Error ? why.message : String(why)}`);
        return;
      }
      if (round !== this.round) return;
      if (told.problems && told.problems.length > 0) {
        if (this.refuse(used, told.problems)) continue;
        this.stopper.hidden = true;
        this.say(`${said.cannot_compare} ${told.problems.join(' ')}`);
        return;
      }
      this.show(told);
      this.shown = stages[stage];
      this.element.dataset.blocks = String(stages[stage]);
      ++stage;
    }
    this.stopper.hidden = true;
    this.say(filled(said.compared, this.given.filter((one) => one.why === null).length));
  }
  // Whether at least one file was named.
  private refuse(used: Given[], problems: string[]): boolean {
    const before = used.filter((one) => one.why === null).length;
    for (const problem of problems) {
      const named = used.find((one) => problem.startsWith(`${one.key}:`));
      if (!named) continue;
      const why = problem.slice(named.key.length + 1).trim().replace(/answers-\d+/g, (key) => this.given.find((one) => one.key === key)?.label ?? key);
      named.why = `${named.why ?? ''} ${why}`.trim();
    }
    this.show_list();
    return used.filter((one) => one.why === null).length < before;
  }

  private show(told: WorkshopTold): void {
    const [first, ...others] = told.headline ?? [];
    this.headline.hidden = first === undefined;
    this.headline.replaceChildren(h('p', { class: 'headline' }, first ?? ''), ...others.map((one) => h('p', {}, one)));
    this.sections.show(told.sections ?? [], words[this.language]);
    this.element.dataset.result = JSON.stringify(told.result ?? null);
  }
  private say(text: string): void {
    this.bar.hidden = true;
    this.count.textContent = '';
    this.said.textContent = text;
  }
  private show_list(): void {
    const said = words[this.language];
    this.list.replaceChildren(...this.given.map((one) => h('li', { class: one.why === null ? '' : 'refused' },
      h('bdi', {}, one.label), one.whose === '' ? null : h('span', { class: 'whose' }, ` ${one.whose}`),
      one.why === null ? null : h('p', {}, `${said.refused_file} ${one.why}`),
      h('button', { type: 'button', 'aria-label': `${said.remove}: ${one.label}`, click: () => { this.remove(one); } }, said.remove))));
  }
}

// The text without what JSON.parse takes and the engine's reader does not: halves of characters, numbers without end, and towers of
// lists, for the engine's stack is small; null: no JSON.
function as_engine_reads(text: string): string | null {
  const is_low = (value: unknown, floors = 8): boolean => typeof value !== 'object' || value === null || (floors > 0 && Object.values(value).every((one) => is_low(one, floors - 1)));
  try {
    const value: unknown = JSON.parse(text);
    return is_low(value) ? JSON.stringify(value).replace(/\\ud[89a-f]../g, '\\ufffd') : null;
  } catch {
    return null;
  }
}
