import { concern } from '../../src/areas/concerns/record.ts';
import type { Graph } from '../../src/ports/graph.ts';
import type { FilingQueue } from '../../src/ports/outbox.ts';
import { createFiling } from '../../src/sharepoint/filing.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { school } from '../support/sharepoint-tenant.ts';
import type { FilingWorld } from './filing-breakages.ts';

/** What befalls a worker in the midst of an act. */
export interface Fate {
  /** Killed when it has claimed and called nobody yet. */
  diesClaimed(): boolean;
  /** Killed when SharePoint holds the act and the store does not know. */
  diesFiled(): boolean;
  /** Stands still in that moment, as under a long pause of the machine, and goes on when its lease is over. */
  stalls(): boolean;
}

/** A filing worker that can be killed: what it would have heard or said afterwards never comes. */
export interface MortalWorker {
  /** One round, or as much of it as there is before it dies or stalls. @returns acts filed */
  round(): Promise<number>;
  readonly dead: boolean;
  readonly stalled: boolean;
  /** Goes on after a stall, to the end of the round. @returns acts filed */
  goOn(): Promise<number>;
}

const never = new Promise<never>(() => undefined);

export function mortalWorker(world: FilingWorld, random: () => number, fate?: Fate): MortalWorker {
  let dead = false;
  let stalled = false;
  let running: Promise<number> | undefined;
  let stop: () => void = () => undefined;
  let resume: () => void = () => undefined;
  let pause = Promise.resolve();

  const die = () => {
    dead = true;
    stop();
  };
  const stall = () => {
    stalled = true;
    pause = new Promise((resolve) => (resume = resolve));
    stop();
  };
  /** A call of a worker that dies meanwhile has no end. */
  const living =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await pause;
      if (dead) return never;
      const end = await call(...args);
      return dead ? never : end;
    };

  const { queue } = world;
  const mortal: FilingQueue = {
    claim: living(queue.claim),
    postpone: living(queue.postpone),
    stop: living(queue.stop),
    conflict: living(queue.conflict),
    place: living(async (task) => {
      if (fate?.diesClaimed()) die();
      return queue.place(task);
    }),
    confirm: living(async (task, place) => {
      if (fate?.diesFiled()) die();
      else if (!stalled && fate?.stalls()) stall();
      await pause;
      return dead ? never : queue.confirm(task, place);
    }),
  };
  const graph: Graph = { call: living((request) => world.graph.call(request)) };
  const filing = createFiling({
    ...world,
    queue: mortal,
    graph,
    types: new Map([[concern.name, concern]]),
    schools: [school],
    log: recordedLog().log,
    random,
  });

  function round(): Promise<number> {
    // It may have been killed in one lane while it stood still in another, or stand still again before it had gone on to the end.
    if (dead || stalled) return Promise.resolve(0);
    const stopped = new Promise<number>((resolve) => (stop = () => resolve(0)));
    running ??= filing.runOnce().finally(() => (running = undefined));
    return Promise.race([running, stopped]);
  }
  return {
    round,
    get dead() {
      return dead;
    },
    get stalled() {
      return stalled;
    },
    goOn() {
      stalled = false;
      resume();
      return round();
    },
  };
}
