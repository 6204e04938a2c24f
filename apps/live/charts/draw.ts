// Figures of the report, drawn again and again: one at a time, so that the page never stops, and what nobody sees only once it is near.

import { init, type Chart } from '../../report/draw';
import type { Drawing, Setting } from '../../report/basis';
import { darkness, look } from '../../report/look';

const paper_width = 510; // pixels, before panel.css makes figures smaller

type Draw = (setting: Setting) => Drawing;
interface Place { draw: Draw; chart: Chart | null; height: number; width: number; near: boolean; old: boolean }

export class Figures {
  private readonly places = new Map<HTMLElement, Place>();
  private readonly waiting = new Set<HTMLElement>();
  private timer = 0;
  private readonly watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const element = target as HTMLElement, place = this.places.get(element);
      if (!place) continue;
      place.near = isIntersecting;
      if (place.near && place.old) this.draw_soon(element);
    }
  }, { rootMargin: '400px' });

  constructor(private readonly wording: () => { language: string; words: Record<string, string> }, private readonly all_drawn: () => void) {}

  // now: before anything else happens; else soon.
  show(element: HTMLElement, draw: Draw, now = false): void {
    const known = this.places.get(element);
    if (known) {
      known.draw = draw;
      known.old = true;
    } else {
      this.places.set(element, { draw, chart: null, height: 0, width: 0, near: true, old: true });
      this.watch.observe(element);
    }
    if (now) return this.draw(element, false);
    this.draw_soon(element);
  }
  forget(element: HTMLElement): void {
    this.places.get(element)?.chart?.dispose();
    this.watch.unobserve(element);
    this.places.delete(element);
    this.waiting.delete(element);
  }
  again(printing: boolean): void {
    for (const element of this.places.keys()) this.draw(element, printing);
  }

  // Drawn anew where the window becomes wider or narrower, where it becomes dark or light, and for paper.
  follow_the_window(): void {
    let width = window.innerWidth;
    window.addEventListener('resize', () => {
      if (window.innerWidth === width) return;
      width = window.innerWidth;
      this.again(false);
    });
    darkness.addEventListener('change', () => { this.again(false); });
    window.addEventListener('beforeprint', () => { this.again(true); });
    window.addEventListener('afterprint', () => { this.again(false); });
  }

  private draw_soon(element: HTMLElement): void {
    this.waiting.add(element);
    if (this.timer === 0) this.timer = window.setTimeout(() => { this.next(); });
  }
  // What is far away stays as it is, once there is something.
  private next(): void {
    this.timer = 0;
    const [element] = this.waiting;
    const place = element && this.places.get(element);
    if (place && (place.near || !place.chart)) this.draw(element, false);
    else if (element) this.waiting.delete(element);
    if (this.waiting.size > 0) this.timer = window.setTimeout(() => { this.next(); });
    else this.all_drawn();
  }
  private draw(element: HTMLElement, printing: boolean): void {
    this.waiting.delete(element);
    const place = this.places.get(element);
    const width = printing ? paper_width : Math.floor(element.clientWidth);
    if (!place || width < 50) return;
    const { height: usual, paper_height, option } = place.draw({ ...this.wording(), look: look(printing), width });
    const height = printing ? paper_height ?? usual : usual;
    if (!place.chart) place.chart = init(element, width, height);
    else if (place.width !== width || place.height !== height) place.chart.resize({ width, height });
    place.width = width;
    place.height = height;
    place.old = false;
    place.chart.setOption(option, { notMerge: true });
  }
}
