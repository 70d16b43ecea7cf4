import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { processEnvironment } from '../../src/config.ts';
import type { Breakage } from './breakages.ts';

/** A program of programs/, running by itself so that nothing but it is in its CPU time. */
export interface MeasuredProcess {
  readonly origin: string;
  /** CPU time used since its start, all threads, in microseconds. */
  cpu(): Promise<number>;
  /** Has a program that can be broken do so, or be whole again. */
  breakBy(breakage?: Breakage): Promise<void>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
}

export interface MeasuredOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A program that starts it and watches it, with its arguments. */
  readonly watchedBy?: readonly [string, ...string[]];
}

const started = z.object({ origin: z.string() });
const broken = z.object({ broken: z.string().nullable() });
const answered = z.object({ cpu: z.number() });

/**
 * Starts a program and waits until it listens. What it prints goes to standard error: standard output is for figures.
 * @throws Error when it ends first
 */
export async function startMeasured(
  program: 'lantern' | 'breakable-lantern' | 'express-json' | 'plain-fluent',
  { args = [], env = {}, watchedBy }: MeasuredOptions = {},
): Promise<MeasuredProcess> {
  const script = fileURLToPath(new URL(`programs/${program}.ts`, import.meta.url));
  const [command, ...rest] = [...(watchedBy ?? []), process.execPath, '--import', 'tsx', script, ...args];
  const { PATH, HOME } = processEnvironment();
  const child = spawn(command, rest, { env: { PATH, HOME, ...env }, stdio: ['ignore', 2, 2, 'ipc'] });
  const exit = once(child, 'exit');
  const tooEarly = exit.then(([code]) => Promise.reject(new Error(`${program} ended with code ${String(code)}`)));
  tooEarly.catch(() => undefined);
  const message = async () => ((await Promise.race([once(child, 'message'), tooEarly])) as unknown[])[0];

  const { origin } = started.parse(await message());
  return {
    origin,
    async cpu() {
      child.send('cpu');
      return answered.parse(await message()).cpu;
    },
    async breakBy(breakage) {
      child.send({ breakBy: breakage ?? null });
      broken.parse(await message());
    },
    async stop() {
      if (child.connected) child.send('stop');
      await exit;
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
