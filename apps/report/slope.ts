// Before and after, a line for each row.

import type { Drawing, Setting } from './basis';
import { basis, font, lines_of, narrow } from './basis';
import type { Unit } from './look';

// What engine/report writes.
export interface Slope { rows: { name: string; before: number; after: number; sign: number; shown: [string, string] }[]; unit: Unit }

export function slope(setting: Setting, data: Slope): Drawing {
  const { look, words } = setting;
  const label_width = narrow(setting) ? 140 : 230;
  const characters = Math.floor((label_width - 10) / 7.4);
  const named = data.rows.map((row) => lines_of(`${row.shown[1]}  ${row.name}`, characters));
  const height = Math.max(300, data.rows.length * 40 + 80, named.reduce((sum, lines) => sum + 16 * lines.length + 6, 60));
  const values = data.rows.flatMap((row) => [row.before, row.after]);
  const lowest = Math.min(...values), highest = Math.max(...values, lowest + 1e-9);
  const room = height - 70;
  // Labels at the right move apart until none covers another; a label of two lines takes twice the room.
  const y_of = (value: number) => 36 + ((highest - value) / (highest - lowest)) * (room - 10);
  const places = (which: 'before' | 'after', lines: (k: number) => number) => {
    const order = data.rows.map((_, k) => k).sort((a, b) => data.rows[b][which] - data.rows[a][which]);
    const y = data.rows.map((row) => y_of(row[which]));
    const apart = (a: number, b: number) => 8 * (lines(a) + lines(b)) + 5;
    for (let j = 1; j < order.length; ++j) y[order[j]] = Math.max(y[order[j]], y[order[j - 1]] + apart(order[j - 1], order[j]));
    for (let j = order.length - 1; j >= 0; --j) {
      const limit = j === order.length - 1 ? height - 8 * lines(order[j]) - 4 : y[order[j + 1]] - apart(order[j], order[j + 1]);
      y[order[j]] = Math.min(y[order[j]], limit);
    }
    return y;
  };
  const right = places('after', (k) => named[k].length), left = places('before', () => 1);
  const widest = Math.max(...data.rows.map((row) => row.shown[0].length));
  const x1 = Math.max(58, 18 + 7.5 * widest), x2 = setting.width - label_width - 12;
  const text = (x: number, y: number, words: string, fill: string, more: object = {}) =>
    ({ type: 'text', silent: true, x, y, style: { text: words, fill, font: `13px ${font}`, verticalAlign: 'middle', lineHeight: 16, ...more } });
  const elements: object[] = [
    text(x1, 12, words.before, look.muted, { align: 'center' }), text(x2, 12, words.after, look.muted, { align: 'center' }),
    ...[x1, x2].map((x) => ({ type: 'line', silent: true, shape: { x1: x, y1: 26, x2: x, y2: height - 10 }, style: { stroke: look.line } })),
  ];
  data.rows.forEach((row, k) => {
    const paint = row.sign > 0 ? look.up : row.sign < 0 ? look.down : look.flat;
    elements.push({ type: 'line', silent: true, shape: { x1, y1: y_of(row.before), x2, y2: y_of(row.after) }, style: { stroke: paint, lineWidth: row.sign === 0 ? 1.5 : 3 } });
    for (const [x, value] of [[x1, row.before], [x2, row.after]])
      elements.push({ type: 'circle', silent: true, shape: { cx: x, cy: y_of(value), r: 4.5 }, style: { fill: paint, stroke: look.paper, lineWidth: 1 } });
    elements.push(text(x1 - 10, left[k], row.shown[0], look.muted, { align: 'right' }));
    elements.push(text(x2 + 10, right[k], named[k].join('\n'), look.text));
  });
  return { height, option: { ...basis(setting), graphic: { elements } } };
}
