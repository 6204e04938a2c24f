// People on two axes, a panel for each moment.

import type { CustomSeriesRenderItemAPI as Api } from 'echarts';
import type { Drawing, Setting } from './basis';
import { axis, basis, narrow } from './basis';
import { formatter } from './look';

interface Stand { name: string; x: number | null; y: number | null; x_sd: number | null; y_sd: number | null }
// What engine/report writes.
export interface Grid { panels: { name: string; points: Stand[] }[]; across: string; up: string }

const on_the_left = (one: Stand) => (one.x ?? 0) > 0.6;

// How far down each name goes, or up where that is nearer, in pixels, so that none covers another.
function names_apart(stands: Stand[], width: number, height: number): number[] {
  const placed: { from: number; to: number; y: number }[] = [], step = 14;
  return stands.map((stand) => {
    const x = (stand.x ?? 0) * width, room = 6.5 * stand.name.length + 14, y = ((1 - (stand.y ?? 0)) / 2) * height;
    const from = on_the_left(stand) ? x - room : x, to = from + room;
    const free = (down: number) => placed.every((one) => one.to <= from || to <= one.from || Math.abs(one.y - y - down) >= step);
    let down = 0;
    // The other names cover fewer steps than twice their number.
    for (let k = 1; !free(down) && k <= 4 * stands.length; ++k) down = (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2) * step;
    placed.push({ from, to, y: y + down });
    return down;
  });
}

// A panel for each moment: influence across, attitude up, and an ellipse as wide as the standard deviations.
export function grid(setting: Setting, data: Grid): Drawing {
  const { look } = setting;
  const across = narrow(setting) || data.panels.length === 1 ? 1 : 2; // a single one takes the whole width
  const box = setting.width / across, alone = data.panels.length === 1, tall = narrow(setting) ? 340 : alone ? 460 : 360, corners = 32;
  const share = formatter(setting.language, 'share'), number = formatter(setting.language, 'one');
  const paint = (one: Stand) => ((one.y ?? 0) > 0.2 ? look.up : (one.y ?? 0) < -0.2 ? look.down : look.flat);
  const there = data.panels.map((panel) => panel.points.filter((one) => one.x !== null && one.y !== null));
  const down = there.map((stands) => names_apart(stands, box - 64, tall - 104));
  return {
    height: Math.ceil(data.panels.length / across) * tall,
    option: {
      ...basis(setting),
      title: data.panels.map((panel, k) => ({ text: panel.name, left: (k % across) * box + 4, top: Math.floor(k / across) * tall + 4, textStyle: { color: look.text, fontSize: 13, fontWeight: 600 } })),
      grid: data.panels.map((_, k) => ({ left: (k % across) * box + 44, width: box - 64, top: Math.floor(k / across) * tall + 46, height: tall - 104 })),
      tooltip: { ...basis(setting).tooltip, trigger: 'item', formatter: (one: { seriesIndex: number; dataIndex: number }) => {
        const stand = there[Math.floor(one.seriesIndex / 2)][one.dataIndex];
        return `${stand.name}\n${data.across}: ${share(stand.x)} ± ${share(stand.x_sd)}\n${data.up}: ${number(stand.y)} ± ${number(stand.y_sd)}`;
      } },
      xAxis: data.panels.map((_, k) => axis(setting, { gridIndex: k, type: 'value', min: 0, max: 1, interval: 0.25, name: data.across, nameLocation: 'middle', nameGap: 26, axisLine: { onZero: false, lineStyle: { color: look.line } }, axisLabel: { color: look.muted, fontSize: 11, formatter: share } })),
      yAxis: data.panels.map((_, k) => axis(setting, { gridIndex: k, type: 'value', min: -1, max: 1, interval: 0.5, name: data.up, nameLocation: 'end', nameTextStyle: { align: 'left', color: look.muted, fontSize: 11, padding: [0, 0, 0, -36] }, axisLabel: { color: look.muted, fontSize: 11, formatter: number } })),
      series: there.flatMap((stands, k) => [
        {
          type: 'custom', silent: true, clip: true, xAxisIndex: k, yAxisIndex: k, encode: { x: 0, y: 1 }, data: stands.map((one) => [one.x, one.y, one.x_sd, one.y_sd]),
          renderItem: (_: unknown, api: Api) => {
            const at = (angle: number) => api.coord([Number(api.value(0)) + Number(api.value(2)) * Math.cos(angle), Number(api.value(1)) + Number(api.value(3)) * Math.sin(angle)]);
            const points = Array.from({ length: corners }, (_unused, corner) => at((2 * Math.PI * corner) / corners));
            const colour = paint({ name: '', x: null, y: Number(api.value(1)), x_sd: null, y_sd: null });
            return { type: 'polygon', shape: { points }, style: { fill: colour, opacity: 0.12, stroke: colour, lineWidth: 1 } };
          },
        },
        {
          type: 'scatter', symbolSize: 9, labelLine: { show: alone, lineStyle: { color: look.muted, width: 1 } }, xAxisIndex: k, yAxisIndex: k, labelLayout: (one: { dataIndex?: number }) => ({ hideOverlap: !alone, dy: alone ? down[k][one.dataIndex ?? 0] : 0 }),
          data: stands.map((one) => ({ name: one.name, value: [one.x, one.y], label: { position: on_the_left(one) ? 'left' : 'right' }, itemStyle: { color: paint(one), borderColor: look.paper, borderWidth: 1, opacity: 1 } })),
          label: { show: true, distance: 6, formatter: (one: { dataIndex: number }) => stands[one.dataIndex].name, color: look.text, fontSize: 11, textBorderColor: look.paper, textBorderWidth: 3 },
        },
      ]),
    },
  };
}
