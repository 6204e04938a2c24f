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
  | { kind: 'workshop'; order: string; german: boolean }
  | { kind: 'workshop_tasks'; first: number; count: number }
  | { kind: 'workshop_found'; found: Uint8Array; german: boolean };

export type FromWorker =
  | { kind: 'ready'; model: string }
  | { kind: 'block'; id: number; block: number; bytes: Uint8Array }
  | { kind: 'told'; request: number; text: string }
  | { kind: 'yaml'; request: number; text: string }
  | { kind: 'workshop'; text: string }
  | { kind: 'workshop_tasks'; first: number; bytes: Uint8Array }
  | { kind: 'refused'; why: string };
