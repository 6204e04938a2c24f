// Who simulates: some workers with an engine each, and one that keeps what they found and tells of it. A setting is asked for; one
// block of it is told at once, and 4, 16 and 64 as long as nothing else is asked for.

import worker_script from 'worker-script';
import type { Told } from '../state/data';
import type { Changes, Order } from '../state/setting';
import type { FromWorker, ToWorker } from './messages';

export const most_blocks = 64;
const stages = [1, 4, 16, most_blocks];
const rest = 220; // milliseconds without a movement, after which more than the first block is simulated
const most_known = 10; // settings whose blocks are kept

interface Known { order: Order; blocks: Set<number>; prepared: Set<Member>; used: number }
interface Job { id: number; baseline: number; german: boolean; told: number; number: number }
interface Member { worker: Worker; busy: boolean }

export interface Heard {
  told(told: Told, job: number): void;
  refused(why: string): void;
}

export class Team {
  private readonly simulators: Member[] = [];
  private readonly teller: Member;
  private readonly known = new Map<number, Known>();
  private readonly under_way = new Set<string>();
  private readonly yamls = new Map<number, (text: string) => void>();
  private job: Job | null = null;
  private resting = 0;
  private limit = 1;
  private next_id = 0;
  private next_request = 0;

  constructor(module: WebAssembly.Module, scenario: string, threads: number, private readonly heard: Heard) {
    const url = URL.createObjectURL(new Blob([worker_script], { type: 'text/javascript' }));
    const start = (listen: (member: Member, message: FromWorker) => void): Member => {
      const member: Member = { worker: new Worker(url), busy: true };
      member.worker.onmessage = (event: MessageEvent<FromWorker>) => { listen(member, event.data); };
      this.send(member, { kind: 'load', module, scenario });
      return member;
    };
    this.teller = start((_, message) => { this.hear_teller(message); });
    for (let k = 0; k < threads; ++k) this.simulators.push(start((member, message) => { this.hear_simulator(member, message); }));
  }

  ask(order: Order, baseline: Order, german: boolean, number: number): void {
    this.job = { id: this.id_of(order), baseline: this.id_of(baseline), german, told: 0, number };
    this.forget_old();
    this.limit = 1;
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => { this.limit = most_blocks; this.go_on(); }, rest);
    this.go_on();
  }
  yaml(changes: Changes): Promise<string> {
    const request = this.next_request++;
    this.send(this.teller, { kind: 'yaml', request, changes });
    return new Promise((resolve) => { this.yamls.set(request, resolve); });
  }

  private send(member: Member, message: ToWorker, transfer: Transferable[] = []): void { member.worker.postMessage(message, transfer); }

  private id_of(order: Order): number {
    const text = JSON.stringify(order);
    for (const [id, one] of this.known)
      if (JSON.stringify(one.order) === text) {
        one.used = this.next_request++;
        return id;
      }
    this.known.set(this.next_id, { order, blocks: new Set(), prepared: new Set(), used: this.next_request++ });
    return this.next_id++;
  }
  private forget_old(): void {
    const old = [...this.known].filter(([id]) => id !== this.job?.id && id !== this.job?.baseline).sort(([, one], [, other]) => other.used - one.used).slice(most_known);
    for (const [id, one] of old) {
      for (const member of one.prepared) this.send(member, { kind: 'forget', id });
      this.known.delete(id);
    }
  }
  private prepare(member: Member, id: number): void {
    const one = this.known.get(id)!;
    if (one.prepared.has(member)) return;
    one.prepared.add(member);
    this.send(member, { kind: 'prepare', id, order: one.order });
  }

  private go_on(): void {
    const job = this.job;
    if (!job) return;
    for (const member of this.simulators) {
      if (member.busy) continue;
      const task = this.next_task(job);
      if (!task) break;
      member.busy = true;
      this.under_way.add(`${task.id} ${task.block}`);
      this.prepare(member, task.id);
      this.prepare(this.teller, task.id); // while others simulate: it tells of it next
      this.send(member, { kind: 'simulate', ...task });
    }
    this.tell_more(job);
  }
  private next_task(job: Job): { id: number; block: number } | null {
    for (let block = 0; block < this.limit; ++block)
      for (const id of [job.id, job.baseline])
        if (!this.known.get(id)!.blocks.has(block) && !this.under_way.has(`${id} ${block}`)) return { id, block };
    return null;
  }
  private tell_more(job: Job): void {
    const done = (blocks: number) => [job.id, job.baseline].every((id) => Array.from({ length: blocks }, (_, k) => k).every((block) => this.known.get(id)!.blocks.has(block)));
    const stage = stages.filter((blocks) => blocks > job.told && done(blocks)).pop();
    if (stage === undefined) return;
    job.told = stage;
    for (const id of [job.id, job.baseline]) this.prepare(this.teller, id);
    this.send(this.teller, { kind: 'tell', request: job.number, id: job.id, baseline: job.baseline, blocks: stage, german: job.german });
  }

  private hear_simulator(member: Member, message: FromWorker): void {
    if (message.kind === 'refused') {
      for (const one of this.known.values()) one.prepared.delete(member);
      this.under_way.clear();
      return this.refuse(message.why, member);
    }
    member.busy = false;
    if (message.kind === 'block') {
      this.under_way.delete(`${message.id} ${message.block}`);
      const one = this.known.get(message.id);
      if (one) {
        this.prepare(this.teller, message.id);
        this.send(this.teller, { kind: 'keep', id: message.id, bytes: message.bytes }, [message.bytes.buffer as ArrayBuffer]);
        one.blocks.add(message.block);
      }
    }
    this.go_on();
  }
  private hear_teller(message: FromWorker): void {
    if (message.kind === 'told' && message.request === this.job?.number) this.heard.told(JSON.parse(message.text) as Told, message.request);
    if (message.kind === 'yaml') {
      this.yamls.get(message.request)?.(message.text);
      this.yamls.delete(message.request);
    }
    if (message.kind !== 'refused') return;
    for (const one of this.known.values()) {
      one.blocks.clear();
      one.prepared.delete(this.teller);
    }
    this.refuse(message.why, this.teller);
  }
  // What was asked for cannot be simulated; something else may be.
  private refuse(why: string, member: Member): void {
    this.job = null;
    member.busy = false;
    this.heard.refused(why);
  }
}

// The module out of the page's text.
export async function module_in(text: string): Promise<WebAssembly.Module> {
  const packed = Uint8Array.from(atob(text.trim()), (one) => one.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}
