// What somebody has set: a strategy, its levers, and assumptions; and the same as --set says it, which is all that the engine is told.

import type { Branch, Data, Tree } from './data';
import { is_branch } from './data';

// One lever in use. rest: what the page does not change, as it was written.
export interface Use {
  lever: string;
  intensity: number;
  as_written?: Tree; // an intensity that is uncertain, until somebody moves it
  from: number; // first week in force
  until: number; // first week no longer in force
  target: Tree | null; // null: everyone
  rest: Branch;
}
export interface Setting {
  preset: string; // '': none
  uses: Use[] | null; // null: those of the preset
  assumptions: Record<string, number>; // by path; others are as the scenario has them
}
export type Changes = [path: string, value: string][];
export interface Order { changes: Changes; strategy: string }

export const nothing: Setting = { preset: '', uses: null, assumptions: {} };

const number_in = (tree: Tree | undefined, otherwise: number): number => {
  if (typeof tree === 'string' || typeof tree === 'number') return Number.isFinite(Number(tree)) ? Number(tree) : otherwise;
  if (!is_branch(tree)) return otherwise;
  if ('value' in tree) return number_in(tree.value, otherwise);
  const [shape] = Object.keys(tree).filter((key) => key !== 'source');
  const values = Array.isArray(tree[shape]) ? tree[shape].map(Number).filter(Number.isFinite) : [];
  if (values.length === 0) return otherwise;
  return shape === 'uniform' ? (values[0] + values[1]) / 2 : shape === 'triangular' ? values[1] : values[0];
};

export function use_in(data: Data, tree: Tree): Use | null {
  if (!is_branch(tree) || typeof tree.lever !== 'string') return null;
  const { lever, intensity, from_week, until_week, target, ...rest } = tree;
  const until = number_in(until_week, 0);
  return {
    lever, intensity: number_in(intensity, 0.5), ...(is_branch(intensity) ? { as_written: intensity } : {}), from: number_in(from_week, 0),
    until: until > 0 ? until : data.weeks, target: target ?? null, rest,
  };
}

const tree_of = (data: Data, use: Use): Branch => ({
  lever: use.lever,
  intensity: use.as_written ?? use.intensity,
  ...(use.target === null ? {} : { target: use.target }),
  ...(use.from > 0 ? { from_week: use.from } : {}),
  ...(use.until < data.weeks ? { until_week: use.until } : {}),
  ...use.rest,
});

export function uses_of_preset(data: Data, preset: string): Use[] {
  const strategy = data.strategies.find((one) => one.name === preset)?.strategy;
  const written = strategy && Array.isArray(strategy.interventions) ? strategy.interventions : [];
  return written.map((one) => use_in(data, one)).filter((one) => one !== null);
}
export const uses_of = (data: Data, setting: Setting): Use[] => setting.uses ?? uses_of_preset(data, setting.preset);

// What the strategy of the page's user is called: a name that the scenario has not given.
export function own_name(data: Data): string {
  const taken = (name: string) => data.strategies.some((one) => one.name === name);
  for (let k = 1; ; ++k) {
    const name = k === 1 ? 'yours' : `yours_${k}`;
    if (!taken(name)) return name;
  }
}

const assumed = (data: Data, setting: Setting): Changes =>
  data.assumptions.filter((one) => one.path in setting.assumptions).map((one) => [one.path, String(setting.assumptions[one.path])]);

export const strategy_of = (data: Data, setting: Setting): string =>
  setting.uses === null ? setting.preset : setting.uses.length === 0 ? '' : own_name(data);

export function order_of(data: Data, setting: Setting): Order {
  const changes = assumed(data, setting), strategy = strategy_of(data, setting);
  if (setting.uses !== null && setting.uses.length > 0)
    changes.push([`strategies.${strategy}`, JSON.stringify({ interventions: setting.uses.map((use) => tree_of(data, use)) })]);
  return { changes, strategy };
}
// Doing nothing, under the same assumptions.
export const baseline_of = (data: Data, setting: Setting): Order => ({ changes: assumed(data, setting), strategy: '' });
