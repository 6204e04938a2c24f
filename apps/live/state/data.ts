// What `micropol page` wrote into the page: the scenario, and what its records say.

import type { Unit } from '../../report/look';

export type Language = 'en' | 'de';
export type Spoken = Record<Language, string>;
// A part of a scenario as it was written: every value is a text.
export type Tree = string | number | null | Tree[] | { [key: string]: Tree };
export type Branch = { [key: string]: Tree };

export interface Lever { key: string; name: Spoken; meaning: Spoken; evidence: Spoken; counter_move: Spoken }
export interface Family { name: Spoken; levers: Lever[] }
export interface Preset { name: string; meaning: string; strategy: Branch }
export interface Assumption {
  path: string;
  meaning: Spoken;
  unit: Spoken;
  drawn: boolean; // once a block, where nobody sets it
  usual: number;
  plausible: [number, number];
  range: [number, number]; // beyond which it has no meaning
  grade: string;
  source: { key: string; citation: string | null };
  weight: number;
  weighed: 'screening' | 'sweep' | 'decision';
}
export interface Data {
  language: Language;
  version: string;
  model: string; // hash of the sources that decide numbers
  name: string; // of the scenario's file
  command: string[]; // the words that said how to read it
  title: string;
  question: string;
  headcount: number;
  weeks: number;
  seed: string;
  departments: string[];
  strategies: Preset[];
  families: Family[];
  assumptions: Assumption[];
  words: Record<Language, Record<string, string>>; // of figures
  workshop: Workshop | null;
  scenario: Tree;
}
// What participants are asked, and how much may be said: engine/study/workshop.
export interface Workshop {
  version: number;
  fingerprint: string; // of the questions: answers to others are refused
  assumptions: Assumption[];
  edges: number[][]; // of the bins of each assumption, from the lowest to the highest
  most_chips: number; // for an assumption
  most_dots: number; // for a lever
  most_rounds: number;
  most_files: number;
  largest_file: number; // bytes
  longest_name: number; // characters
}

export const is_branch = (tree: Tree | undefined): tree is Branch => typeof tree === 'object' && tree !== null && !Array.isArray(tree);

// What an engine tells of some blocks: engine/tell.cpp.
export interface Fan { label: string; unit: Unit; q05: number[]; q25: number[]; q50: number[]; q75: number[]; q95: number[] }
export interface Table { caption: string; note: string; columns: string[]; rows: string[][] }
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'table'; table: Table }
  | { kind: 'figure'; chart: { kind: string; data: unknown }; description: string; table: Table };
export interface Section { id: string; heading: string; parts: Part[] }
export interface Told {
  blocks: number;
  histories: number;
  weeks: number;
  state_hash: string;
  baseline_hash: string;
  headline: string;
  fans: { key: string; with: Fan; without: Fan }[];
  map: { panels: { name: string; points: { name: string; x: number | null; y: number | null; x_sd: number | null; y_sd: number | null }[] }[]; across: string; up: string };
  sections: Section[];
}
