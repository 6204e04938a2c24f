// The fan of the report, and behind it in grey what comes of doing nothing.

import type { Drawing, Setting } from '../../report/basis';
import { legend } from '../../report/basis';
import { drawing_of } from '../../report/charts';
import type { Fan } from '../state/data';

type Series = { name: string };

export function fan_beside_baseline(setting: Setting, names: { baseline: string }, fan: Fan, baseline: Fan): Drawing {
  const drawing = drawing_of(setting, { kind: 'fan', data: fan });
  const { look, words } = setting;
  const line = (name: string, data: number[], more: object) => ({ name, type: 'line', data, symbol: 'none', silent: true, lineStyle: { width: 0 }, itemStyle: { color: look.flat }, ...more });
  const grey = [
    line('', baseline.q05, { stack: 'grey' }),
    line(names.baseline, baseline.q95.map((value, k) => value - baseline.q05[k]), { stack: 'grey', areaStyle: { color: look.flat, opacity: 0.22 } }),
    line(names.baseline, baseline.q50, { lineStyle: { width: 2.5, color: look.flat, type: 'dashed' }, z: 3 }),
  ];
  return {
    height: Math.round(drawing.height * 0.85),
    paper_height: Math.round(drawing.height * 0.63),
    option: { ...drawing.option, legend: legend(setting, [words.median, words.half, words.nine, names.baseline], [words.half, words.nine, names.baseline]), series: [...grey, ...(drawing.option.series as Series[])] },
  };
}
