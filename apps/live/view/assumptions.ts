// What is assumed: the numbers that matter most, each with its plausible range, what it rests on, and its source.

import type { Assumption, Data, Language, Spoken } from '../state/data';
import type { Setting } from '../state/setting';
import { h } from './dom';
import type { Controls } from './levers';
import { lever_named } from './levers';
import type { Word, Words } from './words';

const steps = 40; // of a slider

// "confidence bound" of mechanisms.attitude.confidence_bound
const short_name = (path: string) => path.slice(path.lastIndexOf('.') + 1).replaceAll('_', ' ');

// What its record says of a number, up to the details; of a lever or an initiative with the name of that.
export function what_it_is(data: Data, one: { path: string; meaning: Spoken }, language: Language): string {
  const [group, kind, which] = one.path.split('.');
  const of = group === 'levers' && which !== undefined ? `${lever_named(data, kind)?.name[language] ?? kind}: ` : group === 'transformation' && kind === 'initiatives' ? `${which}: ` : '';
  const [meaning] = one.meaning[language].split(/[;:] /);
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return capital(of) + capital(meaning);
}
const rounded = (value: number) => Number(value.toPrecision(4));

export const number_text = (language: Language, value: number) => new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(value).replace('-', '−');
export const shown = (controls: { language: Language }, value: number) => number_text(controls.language, value);

function with_assumption(setting: Setting, path: string, value: number | null): Setting {
  const { [path]: _, ...others } = setting.assumptions;
  return { ...setting, assumptions: value === null ? others : { ...others, [path]: value } };
}

function assumption_row(controls: Controls, one: Assumption, number: number): HTMLElement {
  const { data, words, language, setting } = controls;
  const [low, high] = one.plausible;
  const set: number | undefined = setting.assumptions[one.path];
  const id = `assumption-${number}`, name = what_it_is(data, one, language);
  const described = (value: number | undefined) => (value === undefined ? (one.drawn ? words.drawn : `${shown(controls, one.usual)}, ${words.usual}`) : `${words.set_to} ${shown(controls, value)} ${one.unit[language] === '1' ? '' : one.unit[language]}`.trim());
  const output = h('output', { for: id }, described(set));
  const value = set ?? Math.min(high, Math.max(low, one.usual));
  const slider = h('input', {
    type: 'range', id, min: 0, max: steps, step: 1, value: Math.round(((value - low) / (high - low)) * steps), 'aria-valuetext': output.textContent, class: set === undefined ? 'unset' : '',
    input: () => {
      const chosen = rounded(low + ((high - low) * Number(slider.value)) / steps);
      output.textContent = described(chosen);
      slider.setAttribute('aria-valuetext', output.textContent);
      slider.classList.remove('unset');
      controls.set(with_assumption(controls.setting, one.path, chosen), id);
    },
  });
  return h('div', { class: 'assumption' },
    h('label', { for: id }, name, ' ', h('small', { lang: 'en' }, short_name(one.path))), slider, output,
    set === undefined ? null : h('button', { type: 'button', id: `${id}-unset`, 'aria-label': `${words.unset}: ${name}`, click: () => { controls.set(with_assumption(controls.setting, one.path, null)); } }, words.unset),
    h('details', { id: `${id}-details`, class: 'more' }, h('summary', { 'aria-label': `${words.source_of} ${name}` }, words.source),
      facts_of(one, words, language)));
}

// What a number means, and what it rests on.
export function facts_of(one: Assumption, words: Words, language: Language): HTMLElement {
  const number = (value: number) => number_text(language, value);
  const grade = one.grade in words ? words[one.grade as Word] : one.grade;
  const cited = one.source.citation ?? (one.source.key === 'assumed' ? words.assumed : one.source.key === '' ? words.own_source : one.source.key);
  const fact = (label: string, text: string) => h('div', {}, h('dt', {}, label), h('dd', {}, text));
  return h('div', {}, h('p', {}, one.meaning[language]), h('p', { class: 'path' }, h('code', {}, one.path)),
    h('dl', {}, fact(words.plausible, `${number(one.plausible[0])} – ${number(one.plausible[1])}`), fact(words.limits, `${number(one.range[0])} – ${number(one.range[1])}`),
      fact(words.grade, grade), fact(words.source, cited), fact(words[one.weighed], number(Number(one.weight.toFixed(2))))));
}

export function assumptions_view(controls: Controls): HTMLElement {
  const { data, words } = controls;
  return h('section', { class: 'assumptions', 'aria-labelledby': 'assumptions-heading' }, h('h2', { id: 'assumptions-heading' }, words.assumptions),
    h('p', { class: 'hint' }, data.assumptions.length > 0 ? words.assumptions_hint : words.no_assumptions),
    ...data.assumptions.map((one, number) => assumption_row(controls, one, number)));
}

// A possible world: every assumption somewhere in what is plausible.
export function surprise(controls: Controls, random: () => number): Setting {
  const assumptions = Object.fromEntries(controls.data.assumptions.map((one) => {
    const [low, high] = one.plausible;
    return [one.path, rounded(low + ((high - low) * Math.floor(random() * (steps + 1))) / steps)];
  }));
  return { ...controls.setting, assumptions };
}
