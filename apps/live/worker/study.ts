// Who compares answers: engines on threads of their own that are asked for the same study, and simulate its blocks between them. They keep
// what they have found: whoever asks for more blocks, or with one participant more, waits for what is new. Where something else is asked
// while they simulate, they are ended, for they hear nothing before they are done.

import worker_script from 'worker-script';
import type { Section } from '../state/data';
import type { FromWorker, ToWorker } from './messages';

const tasks_at_once = 8; // that a worker takes: of one strategy and participant, more often than not

export interface WorkshopOrder {
  asked: string[]; // paths of the assumptions
  answers: { file: string; text: string }[];
  strategies: string[]; // none: all
  blocks: number;
}
export interface WorkshopTold {
  problems?: string[];
  tasks?: number;
  headline?: string[];
  sections?: Section[];
  result?: unknown;
}

export class Study {
  private workers: Worker[] = [];
  private asked = 0;
  private busy = false;

  constructor(private readonly engine: () => Promise<WebAssembly.Module>, private readonly scenario: string, private readonly threads: number) {}

  // Whoever asks later is answered; who asked before, no more. progress: blocks that are simulated, and that are to be.
  async ask(order: WorkshopOrder, german: boolean, progress: (done: number, all: number) => void): Promise<WorkshopTold> {
    if (this.busy) this.stop();
    const request = ++this.asked;
    this.busy = true;
    const module = await this.engine();
    if (request !== this.asked) return new Promise(() => { /* never */ });
    if (this.workers.length === 0) this.workers = Array.from({ length: this.threads }, () => this.start(module));
    const workers = this.workers, text = JSON.stringify(order);
    try {
      let told = await this.each(workers, { kind: 'workshop', order: text, german });
      let before = 0;
      while (told.tasks !== undefined) {
        const all = told.tasks, found = await this.share(workers, all, (done) => { progress(before + done, before + all); });
        before += all;
        told = await this.each(workers, { kind: 'workshop_found', found, german });
      }
      return told;
    } catch (why) {
      if (request === this.asked) this.stop(); // what is half done stays so
      throw why;
    } finally {
      if (request === this.asked) this.busy = false;
    }
  }
  stop(): void {
    ++this.asked;
    this.busy = false;
    for (const worker of this.workers) worker.terminate();
    this.workers = [];
  }

  private start(module: WebAssembly.Module): Worker {
    const url = URL.createObjectURL(new Blob([worker_script], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.postMessage({ kind: 'load', module, scenario: this.scenario } satisfies ToWorker);
    return worker;
  }
  // All come to the same; the first one's is told.
  private async each(workers: Worker[], message: ToWorker): Promise<WorkshopTold> {
    const [first] = await Promise.all(workers.map((worker) => said(worker, message)));
    if (first.kind !== 'workshop') throw new Error(first.kind);
    return JSON.parse(first.text) as WorkshopTold;
  }
  // The tasks, by whoever is free.
  private async share(workers: Worker[], all: number, progress: (done: number) => void): Promise<Uint8Array> {
    const parts = new Map<number, Uint8Array>();
    let next = 0, done = 0;
    await Promise.all(workers.map(async (worker) => {
      for (let first = next; first < all; first = next) {
        const count = Math.min(tasks_at_once, all - first);
        next = first + count;
        const found = await said(worker, { kind: 'workshop_tasks', first, count });
        if (found.kind === 'workshop_tasks') parts.set(found.first, found.bytes);
        progress((done += count));
      }
    }));
    const bytes = new Uint8Array([...parts.values()].reduce((sum, one) => sum + one.length, 0));
    let at = 0;
    for (const first of [...parts.keys()].sort((a, b) => a - b)) {
      bytes.set(parts.get(first)!, at);
      at += parts.get(first)!.length;
    }
    return bytes;
  }
}

// What a worker answers to one message.
function said(worker: Worker, message: ToWorker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (event.data.kind === 'ready') return;
      if (event.data.kind === 'refused') reject(new Error(event.data.why));
      else resolve(event.data);
    };
    worker.postMessage(message);
  });
}
