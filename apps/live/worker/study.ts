// Who compares answers: one engine on a thread of its own, which is ended where something else is asked meanwhile.

import worker_script from 'worker-script';
import type { Section } from '../state/data';
import type { FromWorker, ToWorker } from './messages';

export interface WorkshopOrder {
  asked: string[]; // paths of the assumptions
  answers: { file: string; text: string }[];
  strategies: string[]; // none: all
  blocks: number;
}
export interface WorkshopTold {
  problems?: string[];
  result?: unknown;
  sections?: Section[];
}

export class Study {
  private worker: Worker | null = null;
  private busy = false;
  private asked = 0;
  private heard: { request: number; told(told: WorkshopTold): void; refused(why: Error): void } | null = null;

  constructor(private readonly engine: () => Promise<WebAssembly.Module>, private readonly scenario: string) {}

  // Whoever asks later is answered; who asked before, no more.
  async ask(order: WorkshopOrder, german: boolean): Promise<WorkshopTold> {
    const request = ++this.asked;
    if (this.busy) this.stop();
    const module = await this.engine();
    if (request !== this.asked) return new Promise(() => { /* never */ });
    const worker = (this.worker ??= this.start(module));
    this.busy = true;
    const send = (message: ToWorker) => { worker.postMessage(message); };
    return new Promise((resolve, reject) => {
      this.heard = { request, told: resolve, refused: reject };
      send({ kind: 'workshop', request, order: JSON.stringify(order), german });
    });
  }
  stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.busy = false;
    this.heard = null;
  }

  private start(module: WebAssembly.Module): Worker {
    const url = URL.createObjectURL(new Blob([worker_script], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      const message = event.data;
      if (message.kind === 'ready') return;
      this.busy = false;
      if (message.kind === 'refused') this.heard?.refused(new Error(message.why));
      if (message.kind === 'workshop' && message.request === this.heard?.request) this.heard.told(JSON.parse(message.text) as WorkshopTold);
    };
    worker.postMessage({ kind: 'load', module, scenario: this.scenario } satisfies ToWorker);
    return worker;
  }
}
