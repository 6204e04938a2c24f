// Each kind of figure as an option of ECharts. Texts stay texts: tooltips are drawn, never HTML.

import type { CustomSeriesRenderItemAPI as Api } from 'echarts';
import type { Drawing, Setting } from './basis';
import { axis, basis, font, legend, legend_height, lines_of, narrow, weeks } from './basis';
import type { Pairs, Quantiles, Regions } from './decision';
import { pairs, quantiles, regions } from './decision';
import type { Grid } from './grid';
import { grid } from './grid';
import type { Look, Unit } from './look';
import { apportioned, formatter, mark_opacity } from './look';
import type { Ridges } from './ridges';
import { ridges } from './ridges';
import type { Slope } from './slope';
import { slope } from './slope';

// shown: as the table beside the figure has it.
interface Row { name: string; mean: number | null; low: number | null; high: number | null; sign?: number; shown?: string }
type Values = (number | null)[];
type Range = { min: number; max: number };
interface Point { name: string; x: Row; y: Row; best: boolean }

// What engine/report writes for each kind.
interface Fan { label: string; unit: Unit; q05: number[]; q25: number[]; q50: number[]; q75: number[]; q95: number[] }
interface Areas { series: { name: string; key: string; values: Values }[] }
interface Lines { series: { name: string; values: Values }[]; unit: Unit; label: string; mark: number }
interface Intervals { rows: Row[]; unit: Unit; bars?: boolean; change?: boolean; sizes?: boolean }
interface Scatter { points: Point[]; label: string; unit: Unit }
interface Curves { series: { name: string; steps: Row[] }[]; unit: Unit; label: string; change?: boolean }
export type Chart =
  | { kind: 'fan'; data: Fan } | { kind: 'areas'; data: Areas } | { kind: 'lines'; data: Lines } | { kind: 'intervals'; data: Intervals }
  | { kind: 'slope'; data: Slope } | { kind: 'scatter'; data: Scatter } | { kind: 'curves'; data: Curves }
  | { kind: 'grid'; data: Grid } | { kind: 'quantiles'; data: Quantiles } | { kind: 'regions'; data: Regions } | { kind: 'pairs'; data: Pairs }
  | { kind: 'ridges'; data: Ridges };

// ------------------------------------------------------------------------------------- weekly

// What runs over the weeks: a legend above, weeks below, values at the left.
function weekly(setting: Setting, data: { names: string[]; areas?: string[]; weeks: number; height: number; format: ReturnType<typeof formatter>; range?: object; tooltip: object; series: object[] }): Drawing {
  const { look } = setting;
  const top = legend_height(setting, data.names) + 12;
  return {
    height: data.height + top,
    option: {
      ...basis(setting),
      legend: legend(setting, data.names, data.areas),
      grid: { left: 8, right: 16, top, bottom: 34, containLabel: true },
      xAxis: weeks(setting, data.weeks),
      yAxis: axis(setting, { type: 'value', ...data.range, axisLabel: { color: look.muted, fontSize: 12, formatter: data.format } }),
      tooltip: { ...basis(setting).tooltip, trigger: 'axis', ...data.tooltip },
      series: data.series,
    },
  };
}

const whole_share = { min: 0, max: 1 };

function fan(setting: Setting, data: Fan): Drawing {
  const { look, words } = setting;
  const format = formatter(setting.language, data.unit);
  const steps = (upper: number[], lower: number[]) => upper.map((value, k) => value - lower[k]);
  const layer = (name: string, values: number[], opacity: number) => ({
    name, type: 'line', stack: 'band', data: values, symbol: 'none', silent: true, lineStyle: { width: 1, color: look.up, opacity: mark_opacity },
    itemStyle: { color: look.up, opacity }, areaStyle: { color: look.up, opacity },
  });
  return weekly(setting, {
    names: [words.median, words.half, words.nine], areas: [words.half, words.nine], weeks: data.q50.length, height: 340, format,
    range: data.unit === 'share' ? whole_share : undefined,
    tooltip: {
      formatter: (points: { dataIndex: number }[]) => {
        const k = points[0].dataIndex;
        return `${words.week} ${k + 1}\n${words.median}: ${format(data.q50[k])}\n${words.half}: ${format(data.q25[k])} – ${format(data.q75[k])}\n${words.nine}: ${format(data.q05[k])} – ${format(data.q95[k])}`;
      },
    },
    series: [
      layer('', data.q05, 0),
      layer(words.nine, steps(data.q25, data.q05), 0.18),
      layer(words.half, steps(data.q75, data.q25), 0.42),
      layer(words.nine, steps(data.q95, data.q75), 0.18),
      { name: words.median, type: 'line', data: data.q50, symbol: 'none', lineStyle: { width: 3, color: look.up }, itemStyle: { color: look.up } },
    ],
  });
}

function areas(setting: Setting, data: Areas): Drawing {
  const { look, words } = setting;
  const format = formatter(setting.language, 'share');
  return weekly(setting, {
    names: data.series.map((one) => one.name), weeks: data.series[0].values.length, height: 300, format, range: whole_share,
    tooltip: {
      formatter: (points: { dataIndex: number }[]) => {
        const week = points[0].dataIndex, shares = apportioned(data.series.map((one) => one.values[week]));
        return `${words.week} ${week + 1}\n` + data.series.map((one, k) => `${one.name}: ${format(shares[k] / 100)}`).join('\n');
      },
    },
    series: data.series.map((one, k) => ({
      name: one.name, type: 'line', stack: 'all', data: one.values, symbol: 'none', silent: true,
      lineStyle: { width: 1, color: look.paper }, itemStyle: { color: look.series[k % look.series.length] },
      areaStyle: { color: look.series[k % look.series.length], opacity: mark_opacity },
    })),
  });
}

function lines(setting: Setting, data: Lines): Drawing {
  const { look, words } = setting;
  const format = formatter(setting.language, data.unit);
  return weekly(setting, {
    names: data.series.map((one) => one.name), weeks: data.series[0].values.length, height: 300, format,
    tooltip: { valueFormatter: format, axisPointer: { label: { show: false } } },
    series: data.series.map((one, k) => ({
      name: one.name, type: 'line', data: one.values, symbol: 'none',
      lineStyle: { width: 3, color: look.series[k], type: k === 0 ? 'solid' : 'dashed' }, itemStyle: { color: look.series[k] },
      markLine: k > 0 || !data.mark ? undefined : {
        silent: true, symbol: 'none', lineStyle: { color: look.muted, type: 'dotted' },
        label: { formatter: `${words.week} ${data.mark}`, color: look.muted }, data: [{ xAxis: data.mark - 1 }],
      },
    })),
  });
}

// ------------------------------------------------------------------------------------- rows

const colour = (look: Look, sign: number | undefined) => (sign === undefined || sign > 0 ? look.up : sign < 0 ? look.down : look.flat);

// A line from low to high with ends, and a dot at the mean where there is no bar.
function interval_marks(setting: Setting, rows: Row[], dot: boolean) {
  return {
    type: 'custom', z: 3, encode: { x: [0, 1, 2], y: 3 }, clip: true,
    data: rows.map((row, k) => [row.low ?? row.mean, row.mean, row.high ?? row.mean, k]),
    renderItem: (_: unknown, api: Api) => {
      const k = Number(api.value(3));
      const [low, y] = api.coord([api.value(0), k]);
      const [mean] = api.coord([api.value(1), k]);
      const [high] = api.coord([api.value(2), k]);
      const paint = dot ? colour(setting.look, rows[k].sign) : setting.look.text;
      const stroke = { stroke: paint, lineWidth: dot ? 2.5 : 1.5, fill: 'none' };
      const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: stroke });
      const children: object[] = [line(low, y, high, y), line(low, y - 4, low, y + 4), line(high, y - 4, high, y + 4)];
      if (dot) children.push({ type: 'circle', shape: { cx: mean, cy: y, r: 5.5 }, style: { fill: paint, stroke: setting.look.paper, lineWidth: 1.5 } });
      return { type: 'group', children };
    },
  };
}

function intervals(setting: Setting, data: Intervals): Drawing {
  const { look } = setting;
  const format = formatter(setting.language, data.unit, data.change, data.change || data.sizes);
  const rows = data.rows;
  const label_width = Math.min(narrow(setting) ? 128 : 260, Math.max(60, ...rows.map((row) => row.name.length * 7.5)));
  const characters = Math.max(10, Math.floor(label_width / 7));
  const names = rows.map((row) => lines_of(row.name, characters));
  const row_height = Math.max(34, ...names.map((lines) => 16 * lines.length + 10));
  const points = data.unit === 'money' ? setting.words.thousand_euros : (data.change || data.sizes) && data.unit === 'share' ? setting.words.points : '';
  const around_zero = data.change || data.bars;
  const described = (k: number) =>
    `${rows[k].name}\n${rows[k].shown ?? `${format(rows[k].mean)} (${format(rows[k].low)} – ${format(rows[k].high)}) ${points}`}`;
  const bars = {
    type: 'bar', barMaxWidth: 20, data: rows.map((row) => ({ value: row.mean, itemStyle: { color: colour(look, row.sign), opacity: mark_opacity } })),
  };
  return {
    height: rows.length * row_height + (points ? 50 : 32),
    option: {
      ...basis(setting),
      grid: { left: label_width + 14, right: 22, top: 6, bottom: points ? 44 : 26 },
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { dataIndex: number }) => described(one.dataIndex) },
      xAxis: axis(setting, {
        type: 'value', scale: !data.bars, name: points, nameLocation: 'middle', nameGap: 26,
        min: (range: Range) => (around_zero ? Math.min(0, least(rows, range.min)) : least(rows, range.min)),
        max: (range: Range) => (around_zero ? Math.max(0, most(rows, range.max)) : most(rows, range.max)),
        splitNumber: narrow(setting) ? 3 : 6,
        // The ends lie where the intervals end, which is no round number, but 0 is one.
        axisLabel: {
          color: look.muted, fontSize: 12, hideOverlap: true, formatter: format,
          showMinLabel: around_zero && least(rows, 0) === 0, showMaxLabel: around_zero && most(rows, 0) === 0,
        },
      }),
      yAxis: axis(setting, {
        type: 'category', inverse: true, data: rows.map((row) => row.name), splitLine: { show: false },
        axisLine: { show: true, onZero: true, lineStyle: { color: look.muted } },
        axisLabel: { show: false },
      }),
      series: [
        ...(data.bars ? [bars] : // Without marks: a share, an amount and a change are seen from 0, a bare number among its likes.
          [{ type: 'bar', data: rows.map((row) => (around_zero || data.unit !== 'one' ? 0 : row.mean)), silent: true, itemStyle: { opacity: 0 } }]),
        interval_marks(setting, rows, !data.bars), names_left(setting, names),
      ],
    },
  };
}

const finite = (values: (number | null)[]) => values.filter((value): value is number => value !== null);
const least = (rows: Row[], other: number) => pad(rows, Math.min(other, ...finite(rows.map((row) => row.low))), -1);
const most = (rows: Row[], other: number) => pad(rows, Math.max(other, ...finite(rows.map((row) => row.high))), 1);
function pad(rows: Row[], value: number, side: number): number {
  const all = finite(rows.flatMap((row) => [row.low, row.mean, row.high]));
  return value === 0 ? 0 : value + side * 0.04 * (Math.max(0, ...all) - Math.min(0, ...all));
}

// Names of rows at the left edge, wherever the axis of 0 is.
function names_left(setting: Setting, names: string[][]) {
  return {
    type: 'custom', silent: true, clip: false, encode: { y: 1 }, data: names.map((_, k) => [0, k]),
    renderItem: (_: unknown, api: Api) => ({
      type: 'text', x: 0, y: api.coord([0, api.value(1)])[1],
      style: { text: names[Number(api.value(1))].join('\n'), fill: setting.look.text, font: `13px ${font}`, align: 'left', verticalAlign: 'middle', lineHeight: 16 },
    }),
  };
}

// ------------------------------------------------------------------------------------- scatter

function scatter(setting: Setting, data: Scatter): Drawing {
  const { look, words } = setting;
  const format = formatter(setting.language, data.unit), money = formatter(setting.language, 'money');
  const points = data.points;
  const furthest = Math.max(...finite(points.map((one) => one.x.mean)));
  const described = (k: number) => `${points[k].name}\n${words.cost}: ${points[k].x.shown}\n${data.label}: ${points[k].y.shown}`;
  return {
    height: narrow(setting) ? 380 : 440,
    option: {
      ...basis(setting),
      grid: { left: 12, right: narrow(setting) ? 30 : 120, top: 40, bottom: 42, containLabel: true },
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { dataIndex: number }) => described(one.dataIndex) },
      xAxis: axis(setting, { type: 'value', name: words.cost, nameLocation: 'middle', nameGap: 28, splitNumber: narrow(setting) ? 3 : 6, axisLabel: { color: look.muted, hideOverlap: true, formatter: money } }),
      yAxis: axis(setting, { type: 'value', scale: true, name: data.label, nameLocation: 'end', nameTextStyle: { align: 'left', color: look.muted, fontSize: 12, padding: [0, 0, 4, -24] }, axisLabel: { color: look.muted, formatter: format } }),
      series: [
        {
          type: 'custom', silent: true, encode: { x: [0, 1, 2], y: [3, 4, 5] },
          data: points.map((one) => [one.x.low ?? one.x.mean, one.x.mean, one.x.high ?? one.x.mean, one.y.low ?? one.y.mean, one.y.mean, one.y.high ?? one.y.mean]),
          renderItem: (_: unknown, api: Api) => {
            const [x, y] = api.coord([api.value(1), api.value(4)]);
            const [x1, y1] = api.coord([api.value(0), api.value(3)]);
            const [x2, y2] = api.coord([api.value(2), api.value(5)]);
            const style = { stroke: look.muted, lineWidth: 1 };
            return { type: 'group', children: [{ type: 'line', shape: { x1, y1: y, x2, y2: y }, style }, { type: 'line', shape: { x1: x, y1, x2: x, y2 }, style }] };
          },
        },
        {
          type: 'scatter', symbolSize: 13, labelLayout: { moveOverlap: 'shiftY' },
          data: points.map((one) => ({ name: one.name, value: [one.x.mean, one.y.mean], label: { position: narrow(setting) && (one.x.mean ?? 0) > 0.6 * furthest ? 'left' : 'right' }, itemStyle: { color: one.best ? look.up : look.flat, borderColor: look.paper, borderWidth: 1.5, opacity: 1 } })),
          label: { show: true, distance: 8, formatter: (one: { dataIndex: number }) => lines_of(points[one.dataIndex].name, narrow(setting) ? 14 : 30).join('\n'), color: look.text, fontSize: 12, textBorderColor: look.paper, textBorderWidth: 3 },
        },
      ],
    },
  };
}

// ------------------------------------------------------------------------------------- small multiples

function curves(setting: Setting, data: Curves): Drawing {
  const { look } = setting;
  const format = formatter(setting.language, data.unit, data.change);
  const across = narrow(setting) ? 1 : setting.width < 820 ? 2 : 3;
  const box = setting.width / across, tall = 226;
  const all = finite(data.series.flatMap((one) => one.steps.flatMap((step) => [step.low, step.mean, step.high])));
  const room = 0.05 * (Math.max(...all) - Math.min(...all) || 1);
  const shared = { type: 'value', min: Math.min(...all) - room, max: Math.max(...all) + room };
  const place = (k: number) => ({ left: (k % across) * box + 52, width: box - 66, top: Math.floor(k / across) * tall + 52, height: tall - 108 });
  return {
    height: Math.ceil(data.series.length / across) * tall,
    option: {
      ...basis(setting),
      title: data.series.map((one, k) => ({ text: lines_of(one.name, Math.floor((box - 12) / 7.5)).join('\n'), left: (k % across) * box + 4, top: Math.floor(k / across) * tall + 4, textStyle: { color: look.text, fontSize: 12, fontWeight: 600, lineHeight: 16 } })),
      grid: data.series.map((_, k) => place(k)),
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { seriesIndex: number; dataIndex: number }) => {
        const step = data.series[Math.floor(one.seriesIndex / 2)].steps[one.dataIndex];
        return `${data.series[Math.floor(one.seriesIndex / 2)].name}: ${step.name}\n${step.shown}`;
      } },
      xAxis: data.series.map((one, k) => axis(setting, { gridIndex: k, type: 'category', data: one.steps.map((step) => step.name), splitLine: { show: false }, axisLabel: { color: look.muted, fontSize: 11, hideOverlap: true } })),
      yAxis: data.series.map((_, k) => axis(setting, { ...shared, gridIndex: k, splitNumber: 3, axisLabel: { color: look.muted, fontSize: 11, showMinLabel: false, showMaxLabel: false, formatter: format } })),
      series: data.series.flatMap((one, k) => [
        { type: 'line', xAxisIndex: k, yAxisIndex: k, data: one.steps.map((step) => step.mean), symbolSize: 7, lineStyle: { color: look.up, width: 2 }, itemStyle: { color: look.up } },
        {
          type: 'custom', silent: true, xAxisIndex: k, yAxisIndex: k, encode: { x: 0, y: [1, 2] }, data: one.steps.map((step, j) => [j, step.low ?? step.mean, step.high ?? step.mean]),
          renderItem: (_: unknown, api: Api) => {
            const [x, y1] = api.coord([api.value(0), api.value(1)]);
            const [, y2] = api.coord([api.value(0), api.value(2)]);
            return { type: 'line', shape: { x1: x, y1, x2: x, y2 }, style: { stroke: look.up, lineWidth: 1.5, opacity: mark_opacity } };
          },
        },
      ]),
    },
  };
}

export function drawing_of(setting: Setting, chart: Chart): Drawing {
  switch (chart.kind) {
    case 'fan': return fan(setting, chart.data);
    case 'areas': return areas(setting, chart.data);
    case 'lines': return lines(setting, chart.data);
    case 'intervals': return intervals(setting, chart.data);
    case 'slope': return slope(setting, chart.data);
    case 'scatter': return scatter(setting, chart.data);
    case 'curves': return curves(setting, chart.data);
    case 'grid': return grid(setting, chart.data);
    case 'quantiles': return quantiles(setting, chart.data);
    case 'regions': return regions(setting, chart.data);
    case 'pairs': return pairs(setting, chart.data);
    case 'ridges': return ridges(setting, chart.data);
  }
}
