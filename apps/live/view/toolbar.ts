// What is done to the whole setting: undo, redo, copy; and the language.

import type { Language } from '../state/data';
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
  language(chosen: Language): void;
}

export class Toolbar {
  readonly element: HTMLElement;
  private readonly buttons = new Map<Word, HTMLButtonElement>();
  private readonly said = h('p', { class: 'said', role: 'status' });
  private readonly by_hand = h('textarea', { readonly: true, hidden: true, rows: 4 });
  private readonly chosen = h('select', { id: 'language' }, h('option', { value: 'en', lang: 'en' }, 'English'), h('option', { value: 'de', lang: 'de' }, 'Deutsch'));
  private readonly label = h('label', { for: 'language' });
  private words!: Words;

  constructor(deeds: Deeds) {
    const button = (word: Word, deed: () => void) => {
      const made = h('button', { type: 'button', id: `do-${word}`, click: deed });
      this.buttons.set(word, made);
      return made;
    };
    this.chosen.addEventListener('change', () => { deeds.language(this.chosen.value as Language); });
    this.element = h('div', { class: 'toolbar' },
      button('undo', deeds.undo), button('redo', deeds.redo), button('reset', deeds.reset), button('surprise', deeds.surprise),
      button('copy_link', () => { void this.copy(deeds.link()); }),
      button('copy_yaml', () => { void deeds.yaml().then((text) => this.copy(text)); }),
      button('copy_command', () => { void this.copy(deeds.command()); }),
      this.label, this.chosen, this.said, this.by_hand);
  }

  speak(words: Words, language: Language): void {
    this.words = words;
    for (const [word, button] of this.buttons) button.textContent = words[word];
    this.label.textContent = words.language;
    this.chosen.value = language;
    this.by_hand.setAttribute('aria-label', words.not_copied);
    this.say('');
  }
  show(can_undo: boolean, can_redo: boolean): void {
    // Not disabled: that would take the focus away from who has just undone everything.
    this.buttons.get('undo')!.setAttribute('aria-disabled', String(!can_undo));
    this.buttons.get('redo')!.setAttribute('aria-disabled', String(!can_redo));
    this.by_hand.hidden = true;
  }
  say(text: string): void { this.said.textContent = text; }
  says(text: string): boolean { return this.said.textContent === text; }

  private async copy(text: string): Promise<void> {
    this.by_hand.value = text; // also for who looks at what was copied
    try {
      await navigator.clipboard.writeText(text);
      this.by_hand.hidden = true;
      this.say(this.words.copied);
    } catch {
      this.by_hand.hidden = false;
      this.by_hand.select();
      this.say(this.words.not_copied);
    }
  }
}
