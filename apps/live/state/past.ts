// What was set before: undo and redo.

import type { Setting } from './setting';

export class Past {
  private before: Setting[] = [];
  private after: Setting[] = [];
  private moving = '';

  constructor(private current: Setting, private readonly changed: (setting: Setting) => void) {}

  get now(): Setting { return this.current; }
  get can_undo(): boolean { return this.before.length > 0; }
  get can_redo(): boolean { return this.after.length > 0; }

  // what: names a slider while it moves, for all of its movement is one step.
  set(setting: Setting, what = ''): void {
    if (what === '' || what !== this.moving) this.before.push(this.current);
    if (this.before.length > 200) this.before.shift();
    this.moving = what;
    this.after = [];
    this.show(setting);
  }
  rest(): void { this.moving = ''; }
  undo(): void { this.step(this.before, this.after); }
  redo(): void { this.step(this.after, this.before); }

  private step(from: Setting[], to: Setting[]): void {
    const setting = from.pop();
    if (setting === undefined) return;
    to.push(this.current);
    this.moving = '';
    this.show(setting);
  }
  private show(setting: Setting): void {
    this.current = setting;
    this.changed(setting);
  }
}
