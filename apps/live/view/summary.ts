// What is set, in words: on paper there are no sliders.

import { uses_of } from '../state/setting';
import { shown, what_it_is } from './assumptions';
import { h } from './dom';
import type { Controls } from './levers';
import { lever_named, percent, target_text } from './levers';

export function summary_view(controls: Controls): HTMLElement {
  const { data, words, language, setting } = controls;
  const uses = uses_of(data, setting);
  const strategy = setting.uses !== null ? words.yours : setting.preset === '' ? words.none : setting.preset.replaceAll('_', ' ');
  const levers = uses.map((use) => h('li', {}, `${lever_named(data, use.lever)?.name[language] ?? use.lever} ${percent(use.intensity, language)}, ${target_text(words, use.target)}, ${words.week} ${use.from + 1}–${use.until}`));
  const assumed = data.assumptions.filter((one) => one.path in setting.assumptions)
    .map((one) => h('li', {}, `${what_it_is(data, one, language)}: ${shown(controls, setting.assumptions[one.path])}`));
  return h('div', {}, h('h2', {}, words.set_here), h('p', {}, `${words.strategies}: ${strategy}`), levers.length > 0 ? h('ul', {}, ...levers) : null,
    assumed.length > 0 ? h('p', {}, words.assumptions) : h('p', {}, words.as_scenario), assumed.length > 0 ? h('ul', {}, ...assumed) : null);
}
