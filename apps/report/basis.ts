// What all figures have alike: fonts, colours, axes, legends.

import type { Look } from './look';

export interface Setting {
  look: Look;
  language: string;
  words: Record<string, string>;
  width: number; // pixels
}
export interface Drawing {
  height: number; // pixels
  paper_height?: number; // where paper has less room
  option: Record<string, unknown>;
}

export const narrow = (setting: Setting) => setting.width < 560;
export const font = '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif';

export function basis({ look }: Setting) {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: look.text },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: look.paper, borderColor: look.line, borderWidth: 1,
      textStyle: { color: look.text, fontSize: 13 },
    },
  };
}

export function axis({ look }: Setting, more: object) {
  return {
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.muted, fontSize: 12 },
    nameTextStyle: { color: look.muted, fontSize: 12 },
    splitLine: { showMinLine: false, showMaxLine: false, lineStyle: { color: look.line, opacity: 0.6 } },
    ...more,
  };
}

export function weeks(setting: Setting, count: number) {
  return axis(setting, {
    type: 'category', boundaryGap: false, name: setting.words.week, nameLocation: 'middle', nameGap: 28,
    data: Array.from({ length: count }, (_, week) => String(week + 1)),
    axisLabel: { color: setting.look.muted, fontSize: 12, hideOverlap: true, interval: (k: number) => k === 0 || (k + 1) % 13 === 0 },
    splitLine: { show: false },
  });
}

// areas: those of the names that are areas, not lines.
export function legend(setting: Setting, names: string[], areas: string[] = []) {
  return { data: names.map((name) => (areas.includes(name) ? { name, icon: 'roundRect' } : name)), top: 0, left: 0, itemWidth: 16, itemHeight: 10, textStyle: { color: setting.look.text, fontSize: 12 }, selectedMode: false };
}

// Lines a legend of this many names takes, about.
export const legend_height = (setting: Setting, names: string[]) =>
  24 * Math.max(1, Math.ceil(names.reduce((sum, name) => sum + name.length * 7 + 36, 0) / setting.width));

// Lines of at most so many characters, broken after a space, a dot or an underline.
export function lines_of(text: string, characters: number): string[] {
  const lines = [''];
  for (const piece of text.split(/(?<=[ ._])/)) {
    if (lines[lines.length - 1].length + piece.length > characters && lines[lines.length - 1] !== '') lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${characters}}`, 'gsu')) ?? ['']);
}
