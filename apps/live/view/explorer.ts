// What is set at the left, what comes of it at the right.

import { Figures } from '../charts/draw';
import { command_of } from '../state/copies';
import type { Data, Language } from '../state/data';
import { fragment_of, is_setting, setting_in } from '../state/link';
import { Past } from '../state/past';
import type { Setting } from '../state/setting';
import { baseline_of, nothing, order_of } from '../state/setting';
import { most_blocks, Team } from '../worker/team';
import { assumptions_view, surprise } from './assumptions';
import { h } from './dom';
import type { Controls } from './levers';
import { levers_view } from './levers';
import { Results } from './results';
import { summary_view } from './summary';
import { Toolbar } from './toolbar';
import { words } from './words';

export class Explorer {
  readonly element: HTMLElement;
  private readonly past: Past;
  private readonly figures: Figures;
  private readonly results: Results;
  private readonly toolbar: Toolbar;
  private readonly left = h('div', { class: 'controls', role: 'region' });
  private readonly printed = h('div', { class: 'on-paper' });
  private team: Team | null = null;
  private begun = false;
  private job = 0;
  private dragging = false;

  // engine: what becomes of the text in the page, asked for once somebody looks.
  constructor(private readonly data: Data, private language: Language, private readonly engine: () => Promise<WebAssembly.Module>) {
    const start = setting_in(data, location.hash);
    this.past = new Past(start ?? nothing, (setting) => { this.changed(setting); });
    this.figures = new Figures(() => ({ language: this.language, words: data.words[this.language] }), () => { document.documentElement.dataset.drawn = String(this.job); });
    this.results = new Results(this.figures, words[language], language);
    this.toolbar = new Toolbar({
      undo: () => { this.past.undo(); },
      redo: () => { this.past.redo(); },
      reset: () => { this.past.set(nothing); },
      surprise: () => { this.past.set(surprise(this.controls(), () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32)); },
      link: () => location.href.replace(/#.*$/, '') + (fragment_of(this.past.now) === '' ? '' : `#${fragment_of(this.past.now)}`),
      yaml: async () => (await this.team?.yaml([...order_of(data, this.past.now).changes, ['runs.histories', String(most_blocks * 16)]])) ?? '',
      command: () => command_of(data, order_of(data, this.past.now), most_blocks * 16),
    });
    this.left.addEventListener('change', () => {
      this.past.rest();
      if (this.dragging) this.show_controls();
    });
    this.element = h('div', { class: 'explorer' }, this.toolbar.element, this.printed, h('div', { class: 'two' }, this.left, this.results.element));
    this.speak(language);
    this.toolbar.show(false, false);
    this.toolbar.say(start === null ? 'wrong_link' : 'starting');
    this.listen();
  }

  // The first time somebody looks, the engine starts; each time, figures find out how much room they have.
  begin(): void {
    this.figures.again(false);
    if (this.begun) return;
    this.begun = true;
    this.engine().then((module) => {
      const threads = Math.min(8, Math.max(2, navigator.hardwareConcurrency));
      this.team = new Team(module, JSON.stringify({ name: this.data.name, scenario: this.data.scenario }), threads, {
        told: (told, number) => {
          if (this.toolbar.says('starting')) this.toolbar.say(null);
          this.results.show(told, number, most_blocks);
        },
        refused: (why) => { this.results.refuse(why); },
      });
      this.ask();
    }).catch((why: unknown) => { this.toolbar.say('cannot', String(why)); });
  }

  focus(): void { this.results.focus(); }
  speak(language: Language): void {
    this.language = language;
    this.toolbar.speak(words[language]);
    this.results.speak(words[language], language);
    this.left.setAttribute('aria-label', words[language].controls);
    this.show_controls();
    this.ask();
  }

  private controls(): Controls {
    const past = this.past;
    return {
      data: this.data, words: words[this.language], language: this.language, get setting() { return past.now; },
      set: (setting, what = '') => {
        this.dragging = what !== '';
        past.set(setting, what);
      },
    };
  }
  private ask(): void {
    if (!this.team) return;
    this.results.wait(most_blocks);
    this.team.ask(order_of(this.data, this.past.now), baseline_of(this.data, this.past.now), this.language === 'de', ++this.job);
  }
  private changed(setting: Setting): void {
    this.ask();
    const fragment = fragment_of(setting);
    if (location.hash !== (fragment === '' ? '' : `#${fragment}`)) history.replaceState(null, '', fragment === '' ? location.href.replace(/#.*$/, '') : `#${fragment}`);
    this.toolbar.show(this.past.can_undo, this.past.can_redo);
    // A slider that is being moved stays the same element.
    if (!this.dragging) this.show_controls();
  }
  private show_controls(): void {
    this.dragging = false;
    const focused = document.activeElement?.id ?? '';
    const known = new Map([...this.left.querySelectorAll('details')].map((one) => [one.id, one.open]));
    this.left.replaceChildren(levers_view(this.controls()), assumptions_view(this.controls()));
    for (const one of this.left.querySelectorAll('details')) one.open = (known.get(one.id) ?? false) || (one.open && !known.has(one.id));
    if (focused !== '' && this.left.querySelector(`#${CSS.escape(focused)}`)) document.getElementById(focused)?.focus({ preventScroll: true });
    this.printed.replaceChildren(summary_view(this.controls()));
  }

  private listen(): void {
    window.addEventListener('hashchange', () => {
      // Of a report, a fragment may also be one of its sections.
      if (location.hash !== '' && !is_setting(location.hash) && document.getElementById(location.hash.slice(1))) return;
      const linked = setting_in(this.data, location.hash);
      if (linked === null) this.toolbar.say('wrong_link');
      else if (fragment_of(linked) !== fragment_of(this.past.now)) this.past.set(linked);
    });
    window.addEventListener('keydown', (event) => {
      const typing = event.target instanceof HTMLInputElement && (event.target.type === 'number' || event.target.type === 'text');
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || typing || this.element.closest('[hidden]')) return;
      event.preventDefault();
      if (event.shiftKey) this.past.redo();
      else this.past.undo();
    });
    this.figures.follow_the_window();
  }
}
