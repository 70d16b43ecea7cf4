import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Breakage } from './breakages.ts';
import { openChat, openForms } from './chat.ts';
import type { Figure, Measured } from './figure.ts';
import { startScene } from './scene.ts';
import { underStrace, whyNoStrace } from './strace.ts';
import { windowsOf } from './trace-windows.ts';

export interface SubmitFsyncsOptions {
  readonly submits?: number;
  readonly breakage?: Breakage;
  /** The program; another name for tests that want it missing. */
  readonly strace?: string;
}

const about = {
  metric: 'submit.fsyncs',
  unit: 'fsyncs between COMMIT and the answer',
  yardstick: 'one sync, the least that makes an act durable',
} as const;

const immeasurable = (why: string): Figure => ({ ...about, value: null, ratio: null, why });

/** Counts with strace how often the disk is asked to sync between the COMMIT of a submit and its answer, for each submit. */
export async function measureSubmitFsyncs({
  submits = 50,
  breakage,
  strace,
}: SubmitFsyncsOptions = {}): Promise<Measured> {
  const why = whyNoStrace(strace);
  if (why !== undefined) return { figures: [immeasurable(why)], rounds: [] };

  const folder = mkdtempSync(join(tmpdir(), 'lantern-trace-'));
  const file = join(folder, 'trace');
  try {
    const scene = await startScene({ breakage, watchedBy: underStrace(file) });
    try {
      const chat = openChat(scene);
      const forms = await openForms(chat, submits);
      for (const form of forms) {
        // A worker's own commits must not fall into the time of a submit: they belong to the one before.
        await scene.settled();
        await chat.submit(form);
      }
    } finally {
      await scene.end();
    }
    return counted(readFileSync(file, 'utf8'), submits);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function counted(trace: string, submits: number): Measured {
  const windows = windowsOf(trace, 'POST /api/messages', 'lantern.db').slice(-submits);
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
