// One engine on a thread of its own.

import { Engine } from './engine';
import type { FromWorker, ToWorker } from './messages';

// The scope of a worker, of which the types of a window know this much.
const scope = self as unknown as { onmessage: (event: MessageEvent<ToWorker>) => void; postMessage(message: FromWorker, transfer?: Transferable[]): void };

let engine: Engine | null = null;
let begin: () => Engine = () => { throw new Error('nothing loaded'); };
const settings = new Map<number, number>(); // what the engine calls each

function known(id: number): number {
  const number = settings.get(id);
  if (number === undefined) throw new Error('not prepared');
  return number;
}

function answer(message: ToWorker): void {
  if (message.kind === 'load') {
    begin = () => new Engine(message.module, message.scenario);
    engine = begin();
    return scope.postMessage({ kind: 'ready', model: engine.model });
  }
  engine ??= begin();
  switch (message.kind) {
    case 'prepare': settings.set(message.id, engine.prepare(message.order)); break;
    case 'simulate': {
      const bytes = engine.simulate(known(message.id), message.block);
      scope.postMessage({ kind: 'block', id: message.id, block: message.block, bytes }, [bytes.buffer as ArrayBuffer]);
      break;
    }
    case 'keep': engine.keep(known(message.id), message.bytes); break;
    case 'forget':
      engine.forget(known(message.id));
      settings.delete(message.id);
      break;
    case 'tell': scope.postMessage({ kind: 'told', request: message.request, text: engine.tell(known(message.id), known(message.baseline), message.blocks, message.german) }); break;
    case 'yaml': scope.postMessage({ kind: 'yaml', request: message.request, text: engine.yaml(message.changes) }); break;
    case 'workshop':
      engine.workshop(message.order);
      scope.postMessage({ kind: 'workshop', text: engine.workshop_step(message.german) });
      break;
    case 'workshop_tasks': scope.postMessage({ kind: 'workshop_tasks', first: message.first, bytes: engine.workshop_simulate(message.first, message.count) }); break;
    case 'workshop_found':
      engine.workshop_keep(message.found);
      scope.postMessage({ kind: 'workshop', text: engine.workshop_step(message.german) });
      break;
  }
}

scope.onmessage = (event) => {
  try {
    answer(event.data);
  } catch (why) {
    // What was half done stays so: the next message gets a new engine.
    engine = null;
    settings.clear();
    scope.postMessage({ kind: 'refused', why: why instanceof Error ? why.message : String(why) });
  }
};
