// How likely each value of a number is, before and after something was learned: ridges, one above the other.

import type { CustomSeriesRenderItemAPI as Api } from 'echarts';
import type { Drawing, Setting } from './basis';
import { axis, basis, narrow } from './basis';
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
  return {
    height: 52 + row_height * (rows.length + room - 1),
    option: {
      ...basis(setting),
      grid: { left: names + 8, right: 20, top: 12 + row_height * (room - 1), bottom: 40 },
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { dataIndex: number }) => `${rows[one.dataIndex].name}\n${words.after}: ${rows[one.dataIndex].shown}` },
      xAxis: axis(setting, { type: 'value', min: 0, max: 1, name: data.across, nameLocation: 'middle', nameGap: 26, axisLabel: { color: look.muted, fontSize: 12, formatter: share } }),
      yAxis: axis(setting, { type: 'category', data: rows.map((row) => row.name), splitLine: { show: false }, axisLabel: { color: look.text, fontSize: 12, width: names, overflow: 'break' } }),
      // The lower ones lie in front of those above them.
      series: [{
        type: 'custom', encode: { x: 1, y: 0 }, data: rows.map((_, k) => [k, 0.5]),
        renderItem: (_: unknown, api: Api) => {
          const k = Number(api.value(0)), row = rows[k];
          return { type: 'group', z2: rows.length - k, children: [
            { type: 'polygon', z2: 2 * (rows.length - k), shape: { points: outline(api, k, row.after) }, style: { fill: row.clear ? look.up : look.flat, opacity: row.clear ? mark_opacity : 0.4, stroke: look.paper, lineWidth: 1 } },
            { type: 'polyline', z2: 2 * (rows.length - k) + 1, silent: true, shape: { points: outline(api, k, row.after.map(() => 1)) }, style: { fill: 'none', stroke: look.text, lineWidth: 1, lineDash: [4, 3] } },
          ] };
        },
      }],
    },
  };
}
