// A setting as the fragment of a link. Whatever a link says, only what the page itself could set comes of it.

import type { Data, Tree } from './data';
import { is_branch } from './data';
import type { Setting, Use } from './setting';
import { nothing, uses_of_preset } from './setting';

const version = '1.';
export const is_setting = (fragment: string): boolean => fragment.replace(/^#/, '').startsWith(version);

export function fragment_of(setting: Setting): string {
  if (setting.preset === '' && setting.uses === null && Object.keys(setting.assumptions).length === 0) return '';
  const bytes = new TextEncoder().encode(JSON.stringify(setting));
  return version + btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export const whom: readonly string[] = ['losers', 'winners', 'opponents', 'supporters', 'risen'];

// Targets that can be chosen: everyone, a department, a kind of people, or what the scenario's strategies have.
export function targets(data: Data): Tree[] {
  const own = data.strategies.flatMap((one) => uses_of_preset(data, one.name)).map((use) => use.target).filter((target) => target !== null);
  const all: Tree[] = [...data.departments.map((name) => [name]), ...whom.map((who) => ({ who })), ...own];
  return all.filter((one, k) => all.findIndex((other) => same(one, other)) === k);
}
export const same = (one: Tree, other: Tree): boolean => JSON.stringify(one) === JSON.stringify(other);

function use_of(data: Data, tree: unknown): Use {
  const raw = tree as Use;
  const known = data.families.some((family) => family.levers.some((lever) => lever.key === raw.lever));
  const whole = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high;
  const right = known && typeof raw.intensity === 'number' && raw.intensity >= 0 && raw.intensity <= 1 && whole(raw.from, 0, data.weeks - 1) && whole(raw.until, raw.from + 1, data.weeks);
  if (!right) throw new Error('not a lever');
  const target = raw.target === null ? null : targets(data).find((one) => same(one, raw.target));
  // What the page does not change comes from a strategy of the scenario, or there is none of it.
  const like = data.strategies.flatMap((one) => uses_of_preset(data, one.name));
  const rest = Object.keys(raw.rest).length === 0 ? {} : like.find((one) => one.lever === raw.lever && same(one.rest, raw.rest))?.rest;
  const as_written = raw.as_written === undefined ? undefined : like.find((one) => one.lever === raw.lever && one.as_written !== undefined && same(one.as_written, raw.as_written!))?.as_written;
  if (target === undefined || rest === undefined || (raw.as_written !== undefined && as_written === undefined)) throw new Error('not a lever');
  return { lever: raw.lever, intensity: raw.intensity, ...(as_written === undefined ? {} : { as_written }), from: raw.from, until: raw.until, target, rest };
}

// null: no setting of this page.
export function setting_in(data: Data, fragment: string): Setting | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return nothing;
  try {
    if (!text.startsWith(version) || text.length > 20_000) return null;
    const bytes = Uint8Array.from(atob(text.slice(version.length).replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    const raw: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!is_branch(raw as Tree)) return null;
    const { preset, uses, assumptions } = raw as unknown as Setting;
    if (preset !== '' && !data.strategies.some((one) => one.name === preset)) return null;
    if (uses !== null && (!Array.isArray(uses) || uses.length > 60)) return null;
    const set: Record<string, number> = {};
    for (const [path, value] of Object.entries(assumptions)) {
      const one = data.assumptions.find((known) => known.path === path);
      if (!one || typeof value !== 'number' || !(value >= one.plausible[0] && value <= one.plausible[1])) return null;
      set[path] = value;
    }
    return { preset, uses: uses === null ? null : uses.map((one) => use_of(data, one)), assumptions: set };
  } catch {
    return null;
  }
}
