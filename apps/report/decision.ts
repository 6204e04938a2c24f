// What is drawn of a decision: how far strategies fall short, where each is the best, and what is worth knowing.

import type { CustomSeriesRenderItemAPI as Api } from 'echarts';
import type { Drawing, Setting } from './basis';
import { axis, basis, legend, legend_height, narrow } from './basis';
import type { Unit } from './look';
import { formatter, mark_opacity } from './look';

interface Amount { mean: number | null; low: number | null; high: number | null; shown?: string }
// What engine/report writes for each kind.
export interface Quantiles { series: { name: string; values: (number | null)[] }[]; step: number; up: string; across: string; unit: Unit; sizes?: boolean }
export interface Regions {
  groups: { name: string; points: [number, number][] }[];
  boxes: { name: string; group: number; left: number | null; right: number | null; bottom: number | null; top: number | null }[];
  across: string; up: string;
}
export interface Pairs { rows: { name: string; left: Amount; right: number; right_shown: string; clear: boolean }[]; left: string; right: string; unit: Unit; sizes?: boolean }

const dashes = ['solid', 'dashed', 'dotted'];
const symbols = ['circle', 'triangle', 'rect', 'diamond'];

// The amount below which a share of the blocks lies.
export function quantiles(setting: Setting, data: Quantiles): Drawing {
  const { look, words } = setting;
  const format = formatter(setting.language, data.unit, false, data.sizes), share = formatter(setting.language, 'share');
  const unit = data.unit === 'money' ? words.thousand_euros : data.sizes && data.unit === 'share' ? words.points : '';
  const names = data.series.map((one) => one.name);
  const top = legend_height(setting, names) + 30, fifth = Math.round(0.2 / data.step);
  return {
    height: 300 + top,
    option: {
      ...basis(setting),
      legend: legend(setting, names),
      grid: { left: 8, right: 20, top, bottom: 34, containLabel: true },
      tooltip: { ...basis(setting).tooltip, trigger: 'axis', axisPointer: { label: { show: false } }, formatter: (points: { dataIndex: number }[]) => {
        const k = points[0].dataIndex;
        return `${data.across}: ${share(k * data.step)}\n` + data.series.map((one) => `${one.name}: ${format(one.values[k])} ${unit}`).join('\n');
      } },
      xAxis: axis(setting, { type: 'category', boundaryGap: false, name: data.across, nameLocation: 'middle', nameGap: 28, splitLine: { show: false }, data: data.series[0].values.map((_, k) => share(k * data.step)), axisLabel: { color: look.muted, fontSize: 12, interval: (k: number) => k % fifth === 0 } }),
      yAxis: axis(setting, { type: 'value', min: (value: { min: number }) => Math.min(0, value.min), name: unit ? `${data.up}, ${unit}` : data.up, nameLocation: 'end', nameTextStyle: { align: 'left', color: look.muted, fontSize: 12, padding: [0, 0, 0, -30] }, axisLabel: { color: look.muted, fontSize: 12, showMinLabel: data.series.every((one) => one.values.every((value) => (value ?? 0) >= 0)), formatter: format } }),
      series: data.series.map((one, k) => ({
        name: one.name, type: 'line', data: one.values, symbol: 'none',
        lineStyle: { width: 2.5, color: look.series[k % look.series.length], type: dashes[Math.floor(k / look.series.length) % dashes.length] }, itemStyle: { color: look.series[k % look.series.length] },
      })),
    },
  };
}

// Blocks in the plane of two assumptions, and the boxes in which a strategy is the best.
export function regions(setting: Setting, data: Regions): Drawing {
  const { look } = setting;
  const number = formatter(setting.language, 'one');
  const names = data.groups.map((one) => one.name);
  const paint = (group: number) => look.series[group % look.series.length];
  const ends = (which: 0 | 1) => {
    const all = data.groups.flatMap((one) => one.points.map((point) => point[which]));
    const least = Math.min(...all), most = Math.max(...all), room = 0.03 * (most - least || 1);
    return { min: least - room, max: most + room };
  };
  const x = ends(0), y = ends(1);
  const top = legend_height(setting, names) + 32;
  const label = { color: look.muted, fontSize: 12, formatter: number, showMinLabel: false, showMaxLabel: false };
  return {
    height: (narrow(setting) ? 320 : 400) + top,
    option: {
      ...basis(setting),
      legend: legend(setting, names),
      grid: { left: 12, right: 20, top, bottom: 36, containLabel: true },
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { seriesName: string; value: [number, number] }) => `${one.seriesName}\n${data.across}: ${number(one.value[0])}\n${data.up}: ${number(one.value[1])}` },
      xAxis: axis(setting, { type: 'value', ...x, name: data.across, nameLocation: 'middle', nameGap: 28, axisLabel: label, axisLine: { onZero: false, lineStyle: { color: look.line } } }),
      yAxis: axis(setting, { type: 'value', ...y, name: data.up, nameLocation: 'end', nameTextStyle: { align: 'left', color: look.muted, fontSize: 12, padding: [0, 0, 0, -30] }, axisLabel: label, axisLine: { onZero: false, lineStyle: { color: look.line } } }),
      series: [
        {
          type: 'custom', silent: true, clip: true, encode: { x: [0, 2], y: [1, 3] },
          data: data.boxes.map((box) => [box.left ?? x.min, box.bottom ?? y.min, box.right ?? x.max, box.top ?? y.max, box.group]),
          renderItem: (_: unknown, api: Api) => {
            const [left, bottom] = api.coord([api.value(0), api.value(1)]), [right, above] = api.coord([api.value(2), api.value(3)]);
            const colour = paint(Number(api.value(4)));
            return { type: 'group', children: [
              { type: 'rect', shape: { x: left, y: above, width: right - left, height: bottom - above }, style: { fill: colour, opacity: 0.1 } },
              { type: 'rect', shape: { x: left, y: above, width: right - left, height: bottom - above }, style: { fill: 'none', stroke: colour, lineWidth: 2 } },
            ] };
          },
        },
        ...data.groups.map((one, k) => ({
          name: one.name, type: 'scatter', data: one.points, symbolSize: 8, symbol: symbols[k % symbols.length],
          itemStyle: { color: paint(k), opacity: mark_opacity, borderColor: look.paper, borderWidth: 0.5 },
        })),
      ],
    },
  };
}

// Two bars for each row on two axes: what it is worth to know, and what it explains.
export function pairs(setting: Setting, data: Pairs): Drawing {
  const { look, words } = setting;
  const points = data.sizes && data.unit === 'share';
  const number = formatter(setting.language, points ? 'one' : data.unit), share = formatter(setting.language, 'share');
  const format = (value: number | null) => number(points && value !== null ? 100 * value : value); // parts of a point count here
  const unit = data.unit === 'money' ? words.thousand_euros : points ? words.points : '';
  const rows = [...data.rows].reverse(); // the first one on top
  const names = Math.min(narrow(setting) ? 120 : 240, 14 + 7 * Math.max(...rows.map((row) => row.name.length)));
  const between = 48, half = (setting.width - names - between - 36) / 2;
  const place = (k: number) => ({ left: names + 8 + k * (half + between), width: half, top: 50, bottom: 28 });
  const value_axis = (k: number, how: (value: number | null) => string, more: object) => axis(setting, { gridIndex: k, type: 'value', min: 0, splitNumber: 3, axisLabel: { color: look.muted, fontSize: 11, hideOverlap: true, formatter: how }, ...more });
  return {
    height: 92 + 26 * rows.length,
    option: {
      ...basis(setting),
      title: [data.left + (unit ? `,\n${unit}` : ''), data.right].map((text, k) => ({ text, left: place(k).left - 4, top: 4, textStyle: { color: look.text, fontSize: 12, fontWeight: 600, lineHeight: 16, width: half + 20, overflow: 'break' } })),
      grid: [place(0), place(1)],
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { dataIndex: number }) => {
        const row = rows[one.dataIndex];
        return `${row.name}\n${data.left}: ${row.left.shown}\n${data.right}: ${row.right_shown}`;
      } },
      xAxis: [value_axis(0, format, {}), value_axis(1, share, { max: (value: { max: number }) => Math.max(0.05, value.max) })],
      yAxis: [0, 1].map((k) => axis(setting, { gridIndex: k, type: 'category', data: rows.map((row) => row.name), splitLine: { show: false }, axisLabel: { show: k === 0, color: look.text, fontSize: 12, width: names, overflow: 'break' } })),
      series: [
        { type: 'bar', xAxisIndex: 0, yAxisIndex: 0, barWidth: 12, data: rows.map((row) => ({ value: row.left.mean, itemStyle: { color: row.clear ? look.up : look.flat, opacity: mark_opacity } })) },
        {
          type: 'custom', silent: true, xAxisIndex: 0, yAxisIndex: 0, encode: { x: [1, 2], y: 0 }, data: rows.map((row, k) => [k, row.left.low ?? row.left.mean, row.left.high ?? row.left.mean]),
          renderItem: (_: unknown, api: Api) => {
            const [x1, y] = api.coord([api.value(1), api.value(0)]), [x2] = api.coord([api.value(2), api.value(0)]);
            return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: look.text, lineWidth: 1.5 } };
          },
        },
        { type: 'bar', xAxisIndex: 1, yAxisIndex: 1, barWidth: 12, data: rows.map((row) => ({ value: row.right, itemStyle: { color: look.flat, opacity: mark_opacity } })) },
      ],
    },
  };
}
