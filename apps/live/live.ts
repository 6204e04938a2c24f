// The page that `micropol page` makes: a frame around the explorer, and for a workshop around its two other views. In a report the
// explorer is a section of it, and begins when somebody comes near.

import type { Data, Language } from './state/data';
import { h } from './view/dom';
import { Explorer } from './view/explorer';
import { Facilitator } from './view/facilitator';
import { Participant } from './view/participant';
import { words } from './view/words';
import { module_in } from './worker/team';

interface View { element: HTMLElement; begin(): void; focus(): void; speak(language: Language): void }
type Which = 'answering' | 'comparing' | 'exploring';

const text_of = (id: string) => document.getElementById(id)?.textContent ?? '';
let module: Promise<WebAssembly.Module> | null = null;
const engine = () => (module ??= module_in(text_of('live-engine')));

function in_report(place: HTMLElement, data: Data): void {
  const explorer = new Explorer(data, data.language, engine);
  place.replaceChildren(explorer.element);
  new IntersectionObserver((entries, watch) => {
    if (!entries.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    explorer.begin();
  }, { rootMargin: '600px' }).observe(place);
}

function on_its_own(place: HTMLElement, data: Data): void {
  let language = data.language;
  const views = new Map<Which, View>();
  if (data.workshop) {
    views.set('answering', new Participant(data, data.workshop, language));
    views.set('comparing', new Facilitator(data, data.workshop, language, engine));
  }
  views.set('exploring', new Explorer(data, language, engine));
  let shown: Which = location.hash === '' ? [...views.keys()][0] : 'exploring';

  const tabs = new Map([...views.keys()].map((which) => [which, h('button', { type: 'button', id: `view-${which}`, click: () => { show(which); } })]));
  const nav = views.size > 1 ? h('nav', { class: 'views' }, ...tabs.values()) : null;
  const chosen = h('select', { id: 'language', change: () => {
    language = chosen.value as Language;
    speak();
  } }, h('option', { value: 'en', lang: 'en' }, 'English'), h('option', { value: 'de', lang: 'de' }, 'Deutsch'));
  chosen.value = language;
  const language_label = h('label', { for: 'language' });
  const made_by = h('p'), people = h('p'), skip = h('a', { class: 'skip', href: '#results', click: (event) => {
    event.preventDefault(); // the fragment is the setting's
    views.get(shown)!.focus();
  } });

  function show(which: Which): void {
    shown = which;
    for (const [name, view] of views) view.element.hidden = name !== which;
    for (const [name, tab] of tabs) tab.setAttribute('aria-current', name === which ? 'page' : 'false');
    views.get(which)!.begin();
  }
  function speak(): void {
    const said = words[language];
    document.documentElement.lang = language;
    for (const view of views.values()) view.speak(language);
    for (const [which, tab] of tabs) tab.textContent = said[which];
    nav?.setAttribute('aria-label', said.views);
    language_label.replaceChildren(said.language, ' ', chosen);
    made_by.textContent = said.made_by.replace('{0}', data.version);
    people.textContent = said.synthetic.replace('{0}', new Intl.NumberFormat(language).format(data.headcount));
    skip.textContent = said.skip;
  }

  place.replaceChildren(skip,
    h('header', {}, h('div', { class: 'top' }, h('p', { class: 'brand' }, 'micropol'), language_label), h('h1', {}, data.title),
      data.question === '' ? null : h('p', { class: 'question' }, data.question), nav),
    ...[...views.values()].map((view) => view.element), h('footer', {}, people, made_by));
  speak();
  show(shown);
  window.addEventListener('hashchange', () => { if (location.hash !== '') show('exploring'); });
}

const place = document.getElementById('live')!, data = JSON.parse(text_of('live-data')) as Data;
if (place.classList.contains('in-report')) in_report(place, data);
else on_its_own(place, data);
