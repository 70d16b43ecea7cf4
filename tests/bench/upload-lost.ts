import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { processEnvironment } from '../../src/config.ts';
import { seededChance } from '../../src/local/seeded-chance.ts';
import { newForm } from '../support/kernel.ts';
import { said } from '../support/files-scene.ts';
import type { Figure, Measured } from './figure.ts';

export interface UploadLostOptions {
  readonly uploads?: number;
  /** How often the process is killed meanwhile. */
  readonly kills?: number;
  readonly breakage?: 'answers-first' | 'forgets-a-range';
}

const program = fileURLToPath(new URL('programs/upload-server.ts', import.meta.url));
const started = z.object({ origin: z.string(), concern: z.string() });
const state = z.object({ id: z.string(), arrived: z.number() });
const document = z.object({ document: z.string() });
const rangeSize = 3_000;
const atOnce = 16;
/** An upload that has not come to its end by then is lost. */
const mostTries = 400;

interface Tally {
  cut: number;
  doubled: number;
  killed: number;
  unanswered: number;
}

/** The server that is killed, and the next one in its place. */
function mortalServer(folder: string, breakage: string | undefined) {
  const { PATH, HOME } = processEnvironment();
  const spawned = () =>
    spawn(process.execPath, ['--import', 'tsx', program, folder, ...(breakage ? [breakage] : [])], {
      env: { PATH, HOME },
      stdio: ['ignore', 2, 2, 'ipc'],
    });
  const begin = async () => {
    const child = spawned();
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the server of uploads ended by itself')));
    ended.catch(() => undefined);
    const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
    return { child, ...started.parse(message) };
  };
  let now = begin();
  return {
    now: () => now,
    async kill() {
      const { child } = await now;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      now = gone.then(begin);
      await now;
    },
  };
}

/** Bytes of a text that tells which upload it is of, and where in it. */
function textOf(upload: number, length: number): Buffer {
  let text = '';
  for (let line = 0; text.length < length; line++) text += `${upload} says ${line * 7919}\n`;
  return Buffer.from(text.slice(0, length));
}

/**
 * Files brought over HTTP while connections are cut in the middle of a part, parts come twice, answers are lost, and the process is
 * killed and begins again: what was finished must come back byte for byte.
 */
export async function measureUploadLost({
  uploads = 500,
  kills = 12,
  breakage,
}: UploadLostOptions = {}): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-uploads-'));
  const server = mortalServer(folder, breakage);
  const chance = seededChance(20_261_210);
  const tally: Tally = { cut: 0, doubled: 0, killed: 0, unanswered: 0 };
  const finished = new Map<string, Buffer>();
  let lost = 0;
  let done = 0;

  const ask = async (method: string, path: string, body?: object | Buffer, range?: string) => {
    const { origin } = await server.now();
    const isBytes = Buffer.isBuffer(body);
    return fetch(`${origin}${path}`, {
      method,
      ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      headers: {
        ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...(range && { 'content-range': range }),
      },
      signal: AbortSignal.timeout(20_000),
    });
  };

  /** Sends the head of a request and half of what it promises, and goes. */
  async function cutOff(path: string, part: Buffer, range: string): Promise<void> {
    const { origin } = await server.now();
    await new Promise<void>((resolve) => {
      const headers = {
        'content-type': 'application/octet-stream',
        'content-range': range,
        'content-length': part.length,
      };
      const sent = request(`${origin}${path}`, { method: 'PUT', headers });
      sent.on('error', () => resolve());
      sent.on('close', () => resolve());
      sent.write(part.subarray(0, part.length / 2), () => sent.destroy());
    });
    tally.cut++;
  }

  async function bring(n: number): Promise<void> {
    const bytes = textOf(n, 1_000 + Math.floor(chance() * 24_000));
    const { concern } = await server.now();
    const begin = { form: newForm(), name: `${n}.txt`, size: bytes.length };
    const finish = { form: newForm(), ...said };
    let at: z.infer<typeof state> | undefined;
    let asked = true;
    let promised = 0;
    for (let tries = 0; tries < mostTries; tries++) {
      try {
        if (!at) at = state.parse(await (await ask('POST', `/api/concerns/${concern}/uploads`, begin)).json());
        const path = `/api/uploads/${at.id}`;
        if (!asked) at = state.parse(await (await ask('GET', path)).json());
        asked = true;
        // What was said to be safe is lost as soon as it is not there any more, whether or not it could be sent again.
        if (at.arrived < promised) break;
        promised = at.arrived;
        if (at.arrived === bytes.length) {
          const answer = await ask('POST', `${path}/finish`, finish);
          if (!answer.ok) throw new Error(`finish: ${answer.status}`);
          finished.set(document.parse(await answer.json()).document, bytes);
          return;
        }
        const part = bytes.subarray(at.arrived, at.arrived + rangeSize);
        const range = `bytes ${at.arrived}-${at.arrived + part.length - 1}/${bytes.length}`;
        const fate = chance();
        if (fate < 0.15) await cutOff(path, part, range);
        if (fate > 0.15 && fate < 0.25) {
          void ask('PUT', path, part, range).catch(() => undefined);
          tally.doubled++;
        }
        at = state.parse(await (await ask('PUT', path, part, range)).json());
        // The page was closed and opened again: the server says how far it is.
        asked = fate < 0.85;
      } catch {
        tally.unanswered++;
        asked = false;
        await sleep(20);
      }
    }
    lost++;
  }

  try {
    await server.now();
    let next = 0;
    const people = Array.from({ length: atOnce }, async () => {
      while (next < uploads) {
        await bring(next++);
        done++;
      }
    });
    const killing = (async () => {
      for (let kill = 1; kill <= kills; kill++) {
        const due = Math.floor((uploads * kill) / (kills + 1));
        while (done < due) await sleep(5);
        // In the midst of whatever is under way.
        await sleep(Math.floor(chance() * 30));
        await server.kill();
        tally.killed++;
      }
    })();
    await Promise.all([...people, killing]);
    // What is read back was on the disk, and not only in the memory of the process that took it.
    await server.kill();
    for (const [id, bytes] of finished) {
      const answer = await ask('GET', `/api/documents/${id}/content`).catch(() => undefined);
      const got = answer?.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
      if (!got?.equals(bytes)) lost++;
    }
    const figure: Figure = {
      ...{ metric: 'upload.lost', value: lost, yardstick: 'none', ratio: null },
      unit: `of ${uploads} uploads lost or changed`,
      ...(finished.size + lost < uploads && { why: 'not every upload came to an end' }),
      ...((tally.killed < kills || tally.cut === 0 || tally.doubled === 0) && { why: 'too little went wrong' }),
    };
    return { figures: [figure], rounds: { ...tally, finished: finished.size } };
  } finally {
    (await server.now().catch(() => undefined))?.child.kill('SIGKILL');
    await sleep(50);
    rmSync(folder, { recursive: true, force: true });
  }
}
