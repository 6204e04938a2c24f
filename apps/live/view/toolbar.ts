// What is done to the whole setting: undo, redo, copy.

import { h } from './dom';
import type { Word, Words } from './words';

export interface Deeds {
  undo(): void;
  redo(): void;
  reset(): void;
  surprise(): void;
  link(): string;
  yaml(): Promise<string>;
  command(): string;
}

export class Toolbar {
  readonly element: HTMLElement;
  private readonly buttons = new Map<Word, HTMLButtonElement>();
  private readonly said = h('p', { class: 'said', role: 'status' });
  private readonly by_hand = h('textarea', { readonly: true, hidden: true, rows: 4 });
  private words!: Words;
  private saying: [word: Word, detail: string] | null = null;

  constructor(deeds: Deeds) {
    const button = (word: Word, deed: () => void) => {
      const made = h('button', { type: 'button', id: `do-${word}`, click: deed });
      this.buttons.set(word, made);
      return made;
    };
    this.element = h('div', { class: 'toolbar' },
      button('undo', deeds.undo), button('redo', deeds.redo), button('reset', deeds.reset), button('surprise', deeds.surprise),
      button('copy_link', () => { void this.copy(deeds.link()); }),
      button('copy_yaml', () => { void deeds.yaml().then((text) => this.copy(text)); }),
      button('copy_command', () => { void this.copy(deeds.command()); }),
      this.said, this.by_hand);
  }

  speak(words: Words): void {
    this.words = words;
    for (const [word, button] of this.buttons) button.textContent = words[word];
    this.by_hand.setAttribute('aria-label', words.not_copied);
    this.show_said();
  }
  show(can_undo: boolean, can_redo: boolean): void {
    // Not disabled: that would take the focus away from who has just undone everything.
    this.buttons.get('undo')!.setAttribute('aria-disabled', String(!can_undo));
    this.buttons.get('redo')!.setAttribute('aria-disabled', String(!can_redo));
    this.by_hand.hidden = true;
  }
  say(word: Word | null, detail = ''): void {
    this.saying = word === null ? null : [word, detail];
    this.show_said();
  }
  says(word: Word): boolean { return this.saying?.[0] === word; }
  private show_said(): void { this.said.textContent = this.saying === null ? '' : `${this.words[this.saying[0]]} ${this.saying[1]}`.trim(); }

  private async copy(text: string): Promise<void> {
    this.by_hand.value = text; // also for who looks at what was copied
    try {
      await navigator.clipboard.writeText(text);
      this.by_hand.hidden = true;
      this.say('copied');
    } catch {
      this.by_hand.hidden = false;
      this.by_hand.select();
      this.say('not_copied');
    }
  }
}
