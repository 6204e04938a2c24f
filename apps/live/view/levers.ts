// Strategies as tabs, and levers by family with intensity, target and weeks.

import { formatter } from '../../report/look';
import type { Data, Language, Lever, Tree } from '../state/data';
import { is_branch } from '../state/data';
import { same, targets } from '../state/link';
import type { Setting, Use } from '../state/setting';
import { uses_of, uses_of_preset } from '../state/setting';
import { h } from './dom';
import type { Words } from './words';
import { filled } from './words';

export interface Controls {
  data: Data;
  words: Words;
  language: Language;
  setting: Setting;
  set(setting: Setting, what?: string): void;
}

export const percent = (value: number, language: Language) => formatter(language, 'share')(value);

export const lever_named = (data: Data, key: string): Lever | undefined => data.families.flatMap((family) => family.levers).find((lever) => lever.key === key);

export function target_text(words: Words, target: Tree | null): string {
  if (target === null) return words.everyone;
  if (Array.isArray(target)) return target.map((one) => target_text(words, one)).join(' + ');
  if (!is_branch(target)) return String(target);
  const parts: string[] = [];
  for (const [key, value] of Object.entries(target)) {
    if (key === 'who' && typeof value === 'string') parts.push(value in words ? words[value as keyof Words] : value);
    else if (key === 'top' && is_branch(value)) parts.push(filled(words.top, String(value.number ?? ''), String(value.by ?? 'power')));
    else if (key === 'departments' && Array.isArray(value)) parts.push(value.map(String).join(' + '));
    else parts.push(Array.isArray(value) ? `${key}: ${value.map(String).join(', ')}` : is_branch(value) ? `${key} …` : `${key}: ${String(value)}`);
  }
  return parts.join(', ');
}

function waits_text(use: Use): string | null {
  const when = use.rest.when;
  return is_branch(when) ? Object.entries(when).map(([key, value]) => `${key} ${String(value)}`).join(', ') : null;
}

// The setting with these uses; those of the preset are the preset.
const with_uses = (controls: Controls, uses: Use[]): Setting =>
  ({ ...controls.setting, uses: same(uses as unknown as Tree, uses_of_preset(controls.data, controls.setting.preset) as unknown as Tree) ? null : uses });

function strategy_tabs(controls: Controls): HTMLElement {
  const { data, words, setting } = controls;
  const tab = (name: string, shown: string, meaning: string, checked: boolean) => {
    const input = h('input', { type: 'radio', name: 'strategy', id: `strategy-${name}`, checked, change: () => { controls.set({ ...controls.setting, preset: name, uses: null }); } });
    return h('label', { class: checked ? 'tab chosen' : 'tab', title: meaning }, input, h('span', {}, shown));
  };
  const own = setting.uses !== null;
  const meaning = own ? '' : data.strategies.find((one) => one.name === setting.preset)?.meaning ?? '';
  return h('fieldset', { class: 'tabs' }, h('legend', {}, words.strategies),
    tab('', words.none, '', !own && setting.preset === ''),
    ...data.strategies.map((one) => tab(one.name, one.name.replaceAll('_', ' '), one.meaning, !own && setting.preset === one.name)),
    own ? h('label', { class: 'tab chosen' }, h('input', { type: 'radio', name: 'strategy', id: 'strategy-own', checked: true }), h('span', {}, words.yours)) : null,
    meaning === '' ? null : h('p', { class: 'meaning' }, meaning));
}

function lever_row(controls: Controls, lever: Lever, position: number | null, nth: number): HTMLElement {
  const { data, words, language } = controls;
  const uses = uses_of(data, controls.setting), use = position === null ? null : uses[position];
  const id = `lever-${lever.key}-${nth}`, name = lever.name[language];
  const change = (changed: Partial<Use> | null, what = '') => {
    const now = uses_of(data, controls.setting), at = position ?? now.findIndex((one) => one.lever === lever.key);
    const fresh: Use = { lever: lever.key, intensity: 0, from: 0, until: data.weeks, target: null, rest: {} };
    const { as_written: _, ...kept } = at < 0 ? fresh : now[at];
    const made: Use = { ...(changed && 'intensity' in changed ? kept : at < 0 ? fresh : now[at]), ...changed };
    const gone = changed === null || (made.intensity === 0 && same({ ...made } as unknown as Tree, { ...fresh } as unknown as Tree));
    controls.set(with_uses(controls, at < 0 ? (gone ? now : [...now, made]) : now.flatMap((one, k) => (k !== at ? [one] : gone ? [] : [made]))), what);
  };
  const output = h('output', { for: id }, use ? percent(use.intensity, language) : '–');
  const slider = h('input', {
    type: 'range', id, min: 0, max: 100, step: 5, value: Math.round((use?.intensity ?? 0) * 100), 'aria-valuetext': output.textContent,
    input: () => {
      output.textContent = percent(Number(slider.value) / 100, language);
      slider.setAttribute('aria-valuetext', output.textContent);
      change({ intensity: Number(slider.value) / 100 }, id);
    },
  });
  const row = h('div', { class: use ? 'lever used' : 'lever' }, h('label', { for: id, title: lever.meaning[language] }, name), slider, output);
  if (!use) return row;
  const select = h('select', { id: `${id}-whom`, change: () => { change({ target: options[Number(select.value)] }); } });
  const options: (Tree | null)[] = [null, ...targets(data)];
  const chosen = use.target;
  if (chosen !== null && !options.some((one) => one !== null && same(one, chosen))) options.push(chosen);
  options.forEach((one, k) => select.append(h('option', { value: k, selected: one === null ? chosen === null : chosen !== null && same(one, chosen) }, target_text(words, one))));
  const week = (which: 'from' | 'until', low: number, high: number) => {
    // Weeks count from 1 for readers: in force in weeks from + 1 to until.
    const shift = which === 'from' ? 1 : 0;
    const input = h('input', { type: 'number', id: `${id}-${which}`, min: low + shift, max: high + shift, value: use[which] + shift, change: () => {
      const asked = Math.round(Number(input.value)) - shift;
      change({ [which]: Math.min(high, Math.max(low, Number.isFinite(asked) ? asked : use[which])) });
    } });
    return h('label', {}, which === 'from' ? words.from_week : words.until_week, ' ', input);
  };
  const waits = waits_text(use);
  row.append(h('details', { id: `${id}-details`, class: 'more' }, h('summary', {}, `${target_text(words, use.target)}, ${words.week} ${use.from + 1}–${use.until}`),
    h('div', { class: 'fields' }, h('label', {}, words.whom, ' ', select), week('from', 0, use.until - 1), week('until', use.from + 1, data.weeks)),
    waits === null ? null : h('p', {}, `${words.waits}: ${waits}`),
    h('p', {}, lever.meaning[language]), h('p', {}, h('b', {}, words.evidence), ' ', lever.evidence[language]),
    h('p', {}, h('b', {}, words.counter_move), ' ', lever.counter_move[language]),
    h('button', { type: 'button', id: `${id}-remove`, click: () => { change(null); } }, words.remove),
    h('button', { type: 'button', id: `${id}-again`, click: () => { const now = uses_of(data, controls.setting); controls.set(with_uses(controls, [...now, { ...use, target: null, rest: {} }])); } }, words.again)));
  return row;
}

export function levers_view(controls: Controls): HTMLElement {
  const { data, words, language } = controls;
  const uses = uses_of(data, controls.setting);
  const families = data.families.map((family, number) => {
    const rows = family.levers.flatMap((lever) => {
      const positions = uses.flatMap((use, k) => (use.lever === lever.key ? [k] : []));
      return positions.length === 0 ? [lever_row(controls, lever, null, 0)] : positions.map((position, nth) => lever_row(controls, lever, position, nth));
    });
    const used = rows.filter((row) => row.classList.contains('used')).length;
    return h('details', { class: 'family', id: `family-${number}`, open: used > 0 }, h('summary', {}, family.name[language], used > 0 ? h('span', { class: 'count' }, ` ${used}`) : null), ...rows);
  });
  return h('section', { class: 'levers', 'aria-labelledby': 'levers-heading' }, strategy_tabs(controls),
    h('h2', { id: 'levers-heading' }, words.levers), h('p', { class: 'hint' }, words.levers_hint), ...families);
}
