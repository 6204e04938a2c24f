// How likely each value of a number is, before and after something was learned: ridges, one above the other.

import type { CustomSeriesRenderItemAPI as Api } from 'echarts';
import type { Drawing, Setting } from './basis';
import { axis, basis, legend, legend_height, narrow } from './basis';
import { formatter, mark_opacity } from './look';

// What engine/report writes. after: by steps that were equally likely before, how many times as likely they are.
export interface Ridges { rows: { name: string; after: number[]; clear: boolean; shown: string }[]; across: string }

const row_height = 40, room = 1.7; // a ridge may rise so many rows

export function ridges(setting: Setting, data: Ridges): Drawing {
  const { look, words } = setting;
  const share = formatter(setting.language, 'share');
  const rows = [...data.rows].reverse(); // the first one on top
  const names = Math.min(narrow(setting) ? 120 : 240, 14 + 7 * Math.max(...rows.map((row) => row.name.length)));
  const highest = Math.max(2, ...rows.flatMap((row) => row.after));
  const rise = (times: number) => (times / highest) * room * row_height;
  const outline = (api: Api, row: number, after: number[]): number[][] => {
    const at = (where: number, times: number) => {
      const [x, y] = api.coord([where, row]);
      return [x, y + row_height / 2 - 2 - rise(times)];
    };
    const tops = after.map((times, k) => at((k + 0.5) / after.length, times));
    return [at(0, 0), at(0, after[0]), ...tops, at(1, after[after.length - 1]), at(1, 0)];
  };
  const layers = [words.after, words.before], top = legend_height(setting, layers) + row_height * (room - 1);
  // A row as a shape of its outline; the lower ones lie in front of those above them.
  const layer = (name: string, color: string, draw: (api: Api, row: number) => object) => ({
    name, type: 'custom', encode: { x: 1, y: 0 }, itemStyle: { color }, data: rows.map((_, k) => [k, 0.5]),
    renderItem: (_: unknown, api: Api) => ({ ...draw(api, Number(api.value(0))), z2: rows.length - Number(api.value(0)) }),
  });
  return {
    height: top + 40 + row_height * rows.length,
    option: {
      ...basis(setting),
      legend: legend(setting, layers),
      grid: { left: names + 8, right: 20, top, bottom: 40 },
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { dataIndex: number }) => `${rows[one.dataIndex].name}\n${words.after}: ${rows[one.dataIndex].shown}` },
      xAxis: axis(setting, { type: 'value', min: 0, max: 1, name: data.across, nameLocation: 'middle', nameGap: 26, axisLabel: { color: look.muted, fontSize: 12, formatter: share } }),
      yAxis: axis(setting, { type: 'category', data: rows.map((row) => row.name), splitLine: { show: false }, axisLabel: { color: look.text, fontSize: 12, width: names, overflow: 'break' } }),
      series: [
        layer(words.after, look.up, (api, k) => ({
          type: 'polygon', shape: { points: outline(api, k, rows[k].after) },
          style: { fill: rows[k].clear ? look.up : look.flat, opacity: rows[k].clear ? mark_opacity : 0.4, stroke: look.paper, lineWidth: 1 },
        })),
        layer(words.before, look.text, (api, k) => ({
          type: 'polyline', silent: true, shape: { points: outline(api, k, rows[k].after.map(() => 1)).slice(1, -1) },
          style: { fill: 'none', stroke: look.text, lineWidth: 1, lineDash: [4, 3] },
        })),
      ],
    },
  };
}
