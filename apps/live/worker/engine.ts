// The engine's module: texts and bytes in and out of its memory.

import type { Changes, Order } from '../state/setting';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  room(bytes: number): number;
  answer(): number;
  answer_size(): number;
  answer_bytes(): number;
  answer_bytes_size(): number;
  load(): void;
  prepare(): number;
  simulate(setting: number, block: number): void;
  keep(setting: number): void;
  forget(setting: number): void;
  tell(setting: number, baseline: number, blocks: number, german: number): void;
  yaml(): void;
  workshop(): void;
  workshop_step(german: number): void;
  workshop_simulate(first: number, count: number): void;
  workshop_keep(): void;
}

// What the engine does not accept.
export class Refused extends Error {}

const noSuchCall = 52; // WASI's errno for what a system does not offer

export class Engine {
  private readonly exports: Exports;

  // The module is for WASI; it asks the system for nothing that matters here, and gets nothing.
  constructor(module: WebAssembly.Module, scenario: string) {
    const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      imports[from] ??= {};
      imports[from][name] = from === 'page' ? this.refuse : () => noSuchCall;
    }
    this.exports = new WebAssembly.Instance(module, imports).exports as unknown as Exports;
    this.exports._initialize();
    this.give(scenario);
    this.exports.load();
  }

  get model(): string { return this.answer(); }

  prepare(order: Order): number {
    this.give(JSON.stringify(order));
    return this.exports.prepare();
  }
  simulate(setting: number, block: number): Uint8Array {
    this.exports.simulate(setting, block);
    return this.bytes(this.exports.answer_bytes(), this.exports.answer_bytes_size());
  }
  keep(setting: number, result: Uint8Array): void {
    this.put(result);
    this.exports.keep(setting);
  }
  forget(setting: number): void { this.exports.forget(setting); }
  tell(setting: number, baseline: number, blocks: number, german: boolean): string {
    this.exports.tell(setting, baseline, blocks, german ? 1 : 0);
    return this.answer();
  }
  yaml(changes: Changes): string {
    this.give(JSON.stringify(changes));
    this.exports.yaml();
    return this.answer();
  }

  // A workshop: held anew, and each time as far as its blocks are known.
  workshop(order: string): void {
    this.give(order);
    this.exports.workshop();
  }
  workshop_step(german: boolean): string {
    this.exports.workshop_step(german ? 1 : 0);
    return this.answer();
  }
  workshop_simulate(first: number, count: number): Uint8Array {
    this.exports.workshop_simulate(first, count);
    return this.bytes(this.exports.answer_bytes(), this.exports.answer_bytes_size());
  }
  workshop_keep(found: Uint8Array): void {
    this.put(found);
    this.exports.workshop_keep();
  }

  private readonly refuse = (text: number, size: number): never => { throw new Refused(new TextDecoder().decode(this.bytes(text, size))); };
  private give(text: string): void { this.put(new TextEncoder().encode(text)); }
  private put(bytes: Uint8Array): void {
    const room = this.exports.room(bytes.length);
    new Uint8Array(this.exports.memory.buffer, room, bytes.length).set(bytes);
  }
  private answer(): string { return new TextDecoder().decode(this.bytes(this.exports.answer(), this.exports.answer_size())); }
  private bytes(from: number, size: number): Uint8Array { return new Uint8Array(this.exports.memory.buffer, from, size).slice(); }
}
