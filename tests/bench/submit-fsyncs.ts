import { setTimeout as sleep } from 'node:timers/promises';
import { openChat, openForms } from './chat.ts';
import type { Figure, Measured } from './figure.ts';
import { whyNoStrace } from './strace.ts';
import { windowsOf, type Window } from './trace-windows.ts';
import { startWatchedScene, type WatchedScene } from './watched-scene.ts';

export interface SubmitFsyncsOptions {
  readonly submits?: number;
  /** One that runs already; it is left running. */
  readonly scene?: WatchedScene | undefined;
  /** The program; another name for tests that want it missing. */
  readonly strace?: string;
}

const about = {
  metric: 'submit.fsyncs',
  unit: 'fsyncs between COMMIT and the answer',
  yardstick: 'one sync, the least that makes an act durable',
} as const;

const immeasurable = (why: string): Figure => ({ ...about, value: null, ratio: null, why });

/** strace writes a call down when it has ended; the answer's own call may end after the answer has come. */
const untilWrittenMs = 200;

/** Counts with strace how often the disk is asked to sync between the COMMIT of a submit and its answer, for each submit. */
export async function measureSubmitFsyncs({
  submits = 50,
  scene: given,
  strace,
}: SubmitFsyncsOptions = {}): Promise<Measured> {
  const why = whyNoStrace(strace);
  if (why !== undefined) return { figures: [immeasurable(why)], rounds: [] };

  const scene = given ?? (await startWatchedScene());
  try {
    const before = windowsIn(scene).length;
    const chat = openChat(scene);
    const forms = await openForms(chat, submits);
    for (const form of forms) {
      // A worker's own commits must not fall into the time of a submit: they belong to the one before.
      await scene.settled();
      await chat.submit(form);
    }
    await sleep(untilWrittenMs);
    return counted(windowsIn(scene).slice(before), submits);
  } finally {
    if (!given) await scene.end();
  }
}

const windowsIn = (scene: WatchedScene) => windowsOf(scene.trace(), 'POST /api/messages', 'lantern.db');

/** @param all windows since the measurement began; the submits are the last of them */
function counted(all: readonly Window[], submits: number): Measured {
  const windows = all.slice(-submits);
  const counts = windows.map(({ syncs }) => syncs.length);
  if (counts.length < submits) {
    return {
      figures: [immeasurable(`only ${counts.length} of ${submits} submits were found in the trace`)],
      rounds: windows,
    };
  }
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return { figures: [{ ...about, value: most, ratio: most, range: [least, most] }], rounds: windows };
}
