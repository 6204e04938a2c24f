// What a participant of a workshop says: chips on assumptions, dots on levers; and the file it is kept in, which the engine reads as
// `micropol workshop` does: YAML that is JSON, too.

import type { Data, Workshop } from './data';

// Untouched assumptions and levers are not in it: that is not the same as chips spread evenly.
export interface Answers {
  participant: string;
  round: number;
  chips: Record<string, number[]>; // by path, a number for each bin
  dots: Record<string, number>; // by lever
}

export const no_answers: Answers = { participant: '', round: 1, chips: {}, dots: {} };

export const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

// An assumption without a chip is untouched again.
export function with_chips(answers: Answers, path: string, chips: number[] | null): Answers {
  const { [path]: _, ...others } = answers.chips;
  return { ...answers, chips: chips === null || sum(chips) === 0 ? others : { ...others, [path]: chips } };
}
export function with_dots(answers: Answers, lever: string, dots: number): Answers {
  const { [lever]: _, ...others } = answers.dots;
  return { ...answers, dots: dots === 0 ? others : { ...others, [lever]: dots } };
}

export function file_of(data: Data, workshop: Workshop, answers: Answers): string {
  const asked = workshop.assumptions.map((one) => one.path);
  const written = {
    micropol_answers: workshop.version,
    participant: answers.participant.trim(),
    round: answers.round,
    scenario: { title: data.title, fingerprint: workshop.fingerprint },
    assumptions: Object.fromEntries(asked.filter((path) => path in answers.chips).map((path) => [path, answers.chips[path]])),
    levers: answers.dots,
  };
  // A list of chips in one line.
  return JSON.stringify(written, null, 2).replace(/\[[\s\d,]*\]/g, (list) => list.replace(/\s+/g, ' ')) + '\n';
}
export const file_name = (answers: Answers): string =>
  `${answers.participant.trim().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'answers'}-round${answers.round}.yaml`;

// What the page itself has to understand of a file, to go on with it; null: nothing of this page. The engine is the one to judge it.
export function answers_in(data: Data, workshop: Workshop, text: string): Answers | null {
  const whole = (value: unknown, low: number, high: number): value is number => Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
  const branch = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});
  let root: Record<string, unknown>;
  try {
    root = branch(JSON.parse(text));
  } catch {
    return null;
  }
  const { participant, round = 1 } = root;
  const right = root.micropol_answers === workshop.version && branch(root.scenario).fingerprint === workshop.fingerprint;
  if (!right || typeof participant !== 'string' || participant.length > 4 * workshop.longest_name || !whole(round, 1, workshop.most_rounds)) return null;
  let answers: Answers = { ...no_answers, participant, round };
  const levers = new Set(data.families.flatMap((family) => family.levers.map((lever) => lever.key)));
  for (const [path, chips] of Object.entries(branch(root.assumptions))) {
    const position = workshop.assumptions.findIndex((one) => one.path === path);
    if (position < 0 || !Array.isArray(chips) || chips.length !== workshop.edges[position].length - 1) return null;
    if (!chips.every((one) => whole(one, 0, workshop.most_chips)) || sum(chips as number[]) > workshop.most_chips) return null;
    answers = with_chips(answers, path, chips as number[]);
  }
  for (const [lever, dots] of Object.entries(branch(root.levers))) {
    if (!levers.has(lever) || !whole(dots, 0, workshop.most_dots)) return null;
    answers = with_dots(answers, lever, dots);
  }
  return answers;
}
