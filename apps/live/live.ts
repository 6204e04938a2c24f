// The page: what is set at the left, what comes of it at the right.

import { darkness } from '../report/look';
import { Figures } from './charts/draw';
import { command_of } from './state/copies';
import type { Data, Language } from './state/data';
import { fragment_of, setting_in } from './state/link';
import { Past } from './state/past';
import type { Setting } from './state/setting';
import { baseline_of, nothing, order_of } from './state/setting';
import { assumptions_view, surprise } from './view/assumptions';
import { h } from './view/dom';
import type { Controls } from './view/levers';
import { levers_view } from './view/levers';
import { Results } from './view/results';
import { summary_view } from './view/summary';
import { Toolbar } from './view/toolbar';
import { words } from './view/words';
import { module_in, most_blocks, Team } from './worker/team';

const text_of = (id: string) => document.getElementById(id)?.textContent ?? '';
const data = JSON.parse(text_of('data')) as Data;
let language: Language = data.language;
let team: Team | null = null;
let job = 0, dragging = false;

const start = setting_in(data, location.hash);
const past = new Past(start ?? nothing, (setting) => { changed(setting); });
const figures = new Figures(() => ({ language, words: data.words[language] }), () => { document.documentElement.dataset.drawn = String(job); });
const results = new Results(figures, words[language], language);
const left = h('div', { class: 'controls' }), printed = h('div', { class: 'on-paper' });
const toolbar = new Toolbar({
  undo: () => { past.undo(); },
  redo: () => { past.redo(); },
  reset: () => { past.set(nothing); },
  surprise: () => { past.set(surprise(controls(), () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32)); },
  link: () => location.href.replace(/#.*$/, '') + (fragment_of(past.now) === '' ? '' : `#${fragment_of(past.now)}`),
  yaml: async () => (await team?.yaml([...order_of(data, past.now).changes, ['runs.histories', String(most_blocks * 16)]])) ?? '',
  command: () => command_of(data, order_of(data, past.now), most_blocks * 16),
  language: (chosen) => {
    language = chosen;
    speak();
    ask();
  },
});

function controls(): Controls {
  return { data, words: words[language], language, get setting() { return past.now; }, set: (setting, what = '') => { dragging = what !== ''; past.set(setting, what); } };
}

function ask(): void {
  if (!team) return;
  results.wait(most_blocks);
  team.ask(order_of(data, past.now), baseline_of(data, past.now), language === 'de', ++job);
}

function changed(setting: Setting): void {
  ask();
  const fragment = fragment_of(setting);
  if (location.hash !== (fragment === '' ? '' : `#${fragment}`)) history.replaceState(null, '', fragment === '' ? location.href.replace(/#.*$/, '') : `#${fragment}`);
  toolbar.show(past.can_undo, past.can_redo);
  // A slider that is being moved stays the same element.
  if (!dragging) show_controls();
}

function show_controls(): void {
  dragging = false;
  const focused = document.activeElement?.id ?? '';
  const known = new Map([...left.querySelectorAll('details')].map((one) => [one.id, one.open]));
  left.replaceChildren(levers_view(controls()), assumptions_view(controls()));
  for (const one of left.querySelectorAll('details')) one.open = (known.get(one.id) ?? false) || (one.open && !known.has(one.id));
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  printed.replaceChildren(summary_view(controls()));
}
left.addEventListener('change', () => {
  past.rest();
  if (dragging) show_controls();
});

function speak(): void {
  document.documentElement.lang = language;
  toolbar.speak(words[language], language);
  results.speak(words[language], language);
  left.setAttribute('aria-label', words[language].controls);
  made_by.textContent = words[language].made_by.replace('{0}', data.version);
  people.textContent = words[language].synthetic.replace('{0}', new Intl.NumberFormat(language).format(data.headcount));
  skip.textContent = words[language].skip;
  show_controls();
}

const made_by = h('p'), people = h('p'), skip = h('a', { class: 'skip', href: '#results', click: (event) => {
  event.preventDefault(); // the fragment is the setting's
  results.focus();
} });
left.setAttribute('role', 'region');
document.getElementById('page')!.replaceChildren(skip,
  h('header', {}, h('p', { class: 'brand' }, 'micropol'), h('h1', {}, data.title), data.question === '' ? null : h('p', { class: 'question' }, data.question), toolbar.element, printed),
  h('div', { class: 'two' }, left, results.element), h('footer', {}, people, made_by));
speak();
toolbar.show(false, false);
if (start === null) toolbar.say(words[language].wrong_link);
else toolbar.say(words[language].starting);

window.addEventListener('hashchange', () => {
  const linked = setting_in(data, location.hash);
  if (linked === null) toolbar.say(words[language].wrong_link);
  else if (fragment_of(linked) !== fragment_of(past.now)) past.set(linked);
});
window.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement && event.target.type === 'number';
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || typing) return;
  event.preventDefault();
  if (event.shiftKey) past.redo();
  else past.undo();
});
let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  figures.again(false);
});
darkness.addEventListener('change', () => { figures.again(false); });
window.addEventListener('beforeprint', () => { figures.again(true); });
window.addEventListener('afterprint', () => { figures.again(false); });

module_in(text_of('engine')).then((module) => {
  const threads = Math.min(8, Math.max(2, navigator.hardwareConcurrency));
  team = new Team(module, JSON.stringify({ name: data.name, scenario: data.scenario }), threads, {
    told: (told, number) => {
      if (toolbar.says(words[language].starting)) toolbar.say('');
      results.show(told, number, most_blocks);
    },
    refused: (why) => { results.refuse(why); },
  });
  ask();
}).catch((why: unknown) => { toolbar.say(`${words[language].cannot} ${String(why)}`); });
