// Colours and numbers: what every figure shares.

// Of bars, bands and edges: what is behind them may shine through a little.
export const mark_opacity = 0.85;

export interface Look {
  text: string;
  muted: string;
  line: string;
  paper: string;
  up: string;
  down: string;
  flat: string;
  series: string[];
}

// Contrast against paper: text at least 7 : 1, muted 4.5 : 1, marks 3 : 1 (WCAG AA). Colours stay apart for colour-blind eyes.
export const light: Look = {
  text: '#1b2430', muted: '#55606e', line: '#d5dae1', paper: '#ffffff', up: '#1f5fa8', down: '#b4500f', flat: '#6b7684',
  series: ['#1f5fa8', '#c2660c', '#2a7d5f', '#8a4fa0', '#55606e', '#787c1f', '#b0413e'],
};
export const dark: Look = {
  text: '#e8ecf1', muted: '#a9b4c0', line: '#3a4450', paper: '#171c23', up: '#7db3ee', down: '#f0a35e', flat: '#98a4b1',
  series: ['#7db3ee', '#f0a35e', '#6fcfa8', '#c9a0dc', '#a9b4c0', '#cfd06a', '#f08a86'],
};

export const darkness = window.matchMedia('(prefers-color-scheme: dark)');
export const look = (printing: boolean): Look => (darkness.matches && !printing ? dark : light);

export type Unit = 'share' | 'money' | 'one';

// As the text of the page writes numbers: digits of the page's language, a space before %, a real minus.
// change: a plus before what is more. points: of shares, differences, which are no percentages.
export function formatter(language: string, unit: Unit, change = false, points = change): (value: number | null) => string {
  const digits = (most: number) => new Intl.NumberFormat(language, { maximumFractionDigits: most });
  return (value) => {
    if (value === null || !Number.isFinite(value)) return '–';
    const scaled = unit === 'share' ? value * 100 : value;
    const size = Math.abs(scaled);
    const most = unit === 'share' ? 0 : size >= 100 ? 0 : size >= 1 ? 1 : 2;
    const text = digits(most).format(Math.abs(scaled));
    const zero = !/[1-9]/.test(text);
    const sign = zero ? '' : scaled < 0 ? '−' : change ? '+' : '';
    return sign + text + (unit === 'share' && !points ? ' %' : '');
  };
}

// Whole percentages of shares that sum to one, so that they sum to 100: those with the largest remainders are rounded up.
export function apportioned(shares: (number | null)[]): number[] {
  const percentages = shares.map((share) => (share ?? 0) * 100);
  if (Math.abs(percentages.reduce((sum, one) => sum + one, 0) - 100) >= 0.1) return percentages.map(Math.round);
  const whole = percentages.map(Math.floor);
  const order = percentages.map((_, k) => k).sort((a, b) => (percentages[b] - whole[b]) - (percentages[a] - whole[a]) || a - b);
  for (let k = 0, given = whole.reduce((sum, one) => sum + one, 0); k < order.length && given < 100; ++k, ++given) whole[order[k]] += 1;
  return whole;
}
