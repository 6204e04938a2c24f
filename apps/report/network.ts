// People, their ties and coalitions, week by week. Plain SVG: a place for each person, which stays; only colours and sizes change.

import type { Setting } from './basis';

interface Frame { week: number; coalition: number[]; attitude: number[]; stage: number[]; power: number[] }
export interface Network {
  people: { id: string; department: string; level: number }[];
  ties: [number, number, number][];
  frames: Frame[];
}

const svg = 'http://www.w3.org/2000/svg';
function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

// Departments on a ring, larger ones on longer arcs; their people on a spiral of sunflower seeds, higher levels inside.
function places(network: Network, width: number, height: number): { person: [number, number][]; department: Map<string, [number, number]> } {
  const members = new Map<string, number[]>();
  network.people.forEach((person, i) => members.set(person.department, [...(members.get(person.department) ?? []), i]));
  const weights = [...members.values()].map((ids) => Math.sqrt(ids.length) + 1);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const person: [number, number][] = [], department = new Map<string, [number, number]>();
  const scale = Math.min(width, height) / 2;
  let angle = -Math.PI / 2, k = 0;
  for (const [name, ids] of members) {
    const arc = (2 * Math.PI * weights[k++]) / all;
    angle += arc / 2;
    const ring = members.size > 1 ? 0.6 : 0;
    const x = width / 2 + Math.cos(angle) * ring * (width / 2) * 0.95, y = height / 2 + Math.sin(angle) * ring * (height / 2);
    const radius = members.size > 1 ? Math.min(scale * 0.38, scale * 0.58 * Math.sin(Math.min(arc, Math.PI) / 2)) : scale * 0.85;
    ids.sort((a, b) => network.people[b].level - network.people[a].level);
    ids.forEach((i, rank) => {
      const r = radius * Math.sqrt((rank + 0.5) / ids.length), turn = rank * 2.399963;
      person[i] = [x + r * Math.cos(turn), y + r * Math.sin(turn)];
    });
    // Outside the ring, so that labels keep away from each other.
    department.set(name, [x, y > height / 2 + 1 ? Math.min(height - 4, y + radius + 20) : Math.max(14, y - radius - 12)]);
    angle += arc / 2;
  }
  return { person, department };
}

// [coalition] rank by the most members that it ever has. A coalition keeps its rank, and so its colour, through time.
function by_size(frames: Frame[]): Map<number, number> {
  const most = new Map<number, number>();
  for (const frame of frames) {
    const members = new Map<number, number>();
    for (const coalition of frame.coalition) if (coalition >= 0) members.set(coalition, (members.get(coalition) ?? 0) + 1);
    for (const [coalition, count] of members) most.set(coalition, Math.max(most.get(coalition) ?? 0, count));
  }
  return new Map([...most].sort(([, one], [, other]) => other - one).map(([coalition], rank) => [coalition, rank]));
}

export function draw_network(figure: HTMLElement, network: Network, setting: Setting, frame: number): (frame: number) => void {
  const { look, words, width } = setting;
  const height = Math.min(620, Math.max(380, width * 0.7));
  const { person, department } = places(network, width, height);
  const root = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  const ties = element('g', { stroke: look.muted, 'stroke-opacity': 0.18 });
  for (const [i, j, strength] of network.ties.slice(0, 1500))
    if (person[i] && person[j])
      ties.append(element('line', { x1: person[i][0].toFixed(1), y1: person[i][1].toFixed(1), x2: person[j][0].toFixed(1), y2: person[j][1].toFixed(1), 'stroke-width': (0.5 + 1.5 * strength).toFixed(2) }));
  const dots = network.people.map((_, i) => {
    const dot = element('circle', { cx: person[i][0].toFixed(1), cy: person[i][1].toFixed(1), r: 3, stroke: look.paper, 'stroke-width': 0.7 });
    dot.append(element('title', {}));
    return dot;
  });
  const labels = [...department].map(([name, [x, y]]) => {
    const label = element('text', { x, y, fill: look.text, 'font-size': 13, 'font-weight': 600, 'text-anchor': x < 70 ? 'start' : x > width - 70 ? 'end' : 'middle', stroke: look.paper, 'stroke-width': 3, 'paint-order': 'stroke' });
    label.textContent = name;
    return label;
  });
  root.append(ties, ...dots, ...labels);
  figure.replaceChildren(root);
  const order = by_size(network.frames), colours = look.series.filter((colour) => colour !== look.muted);
  const size = Math.max(2.2, Math.min(6, 70 / Math.sqrt(network.people.length)));
  const show = (k: number) => {
    const now = network.frames[k];
    dots.forEach((dot, i) => {
      const coalition = now.coalition?.[i] ?? -1, power = now.power?.[i] ?? 1, attitude = now.attitude?.[i] ?? 0;
      dot.setAttribute('fill', coalition < 0 ? look.paper : colours[order.get(coalition)!] ?? look.muted);
      dot.setAttribute('stroke', coalition < 0 ? look.muted : look.paper);
      dot.setAttribute('r', (size * Math.sqrt(Math.min(6, Math.max(0.15, power)))).toFixed(2));
      const one = network.people[i];
      dot.firstChild!.textContent = `${one.id}, ${one.department}, ${words.level} ${one.level}\n${coalition < 0 ? words.nobody : `${words.coalition} ${order.get(coalition)! + 1}`}\n${words.attitude} ${attitude.toFixed(2)}, ${words.power} ${power.toFixed(2)}`;
    });
  };
  show(frame);
  return show;
}

// Below the figure, so that it is reached by keyboard and read aloud.
export function add_slider(figure: HTMLElement, network: Network, words: Record<string, string>, moved: (frame: number) => void): void {
  const label = document.createElement('label'), slider = document.createElement('input'), week = document.createElement('output');
  label.className = 'slider';
  slider.type = 'range';
  slider.min = '0';
  slider.max = slider.value = String(network.frames.length - 1);
  const say = () => {
    week.textContent = `${words.week} ${network.frames[Number(slider.value)].week + 1}`;
    slider.setAttribute('aria-valuetext', week.textContent);
    slider.setAttribute('aria-label', words.week);
  };
  slider.addEventListener('input', () => { say(); moved(Number(slider.value)); });
  say();
  label.append(week, slider);
  figure.after(label);
}
