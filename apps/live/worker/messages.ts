// What the page and its workers say to each other.

import type { Changes, Order } from '../state/setting';

export type ToWorker =
  | { kind: 'load'; module: WebAssembly.Module; scenario: string }
  | { kind: 'prepare'; id: number; order: Order }
  | { kind: 'simulate'; id: number; block: number }
  | { kind: 'keep'; id: number; bytes: Uint8Array }
  | { kind: 'forget'; id: number }
  | { kind: 'tell'; request: number; id: number; baseline: number; blocks: number; german: boolean }
  | { kind: 'yaml'; request: number; changes: Changes }
  | { kind: 'workshop'; request: number; order: string; german: boolean };

export type FromWorker =
  | { kind: 'ready'; model: string }
  | { kind: 'block'; id: number; block: number; bytes: Uint8Array }
  | { kind: 'told'; request: number; text: string }
  | { kind: 'yaml'; request: number; text: string }
  | { kind: 'workshop'; request: number; text: string }
  | { kind: 'refused'; why: string };
