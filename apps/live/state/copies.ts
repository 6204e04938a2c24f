// The command line that gives the same histories.

import type { Data } from './data';
import type { Order } from './setting';

const quoted = (word: string) => (/^[\w./:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

// Of the file that the page was made of; saved: of the YAML that the page gives, which has all changes in it.
export function command_of(data: Data, order: Order, histories: number, saved = data.command.length === 0): string {
  const words = ['micropol', 'run', ...(saved ? ['live.yaml'] : data.command)];
  if (!saved) for (const [path, value] of order.changes) words.push('--set', `${path}=${value}`);
  if (order.strategy !== '') words.push('--strategy', order.strategy);
  words.push('--runs', String(histories));
  return words.map(quoted).join(' ');
}
