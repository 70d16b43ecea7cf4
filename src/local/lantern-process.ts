import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const startSeconds = 60;

/** Where a process writes what it says: a file descriptor, this terminal, or nowhere. */
type Output = number | 'inherit' | 'ignore';

/** The product in one file. */
export const lanternFile = (): Promise<string> => bundled('src/main.ts', 'local');

async function launch(args: readonly string[], env: Environment, out: Output, errors: Output): Promise<ChildProcess> {
  return spawn(process.execPath, [await lanternFile(), ...args], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', out, errors],
  });
}

/**
 * Runs one of Lantern's commands to its end.
 * @throws Error when it fails; its own words stand on the terminal
 */
export async function runCommand(command: string, env: Environment, quiet?: 'quiet'): Promise<void> {
  const child = await launch([command], env, quiet ? 'ignore' : 'inherit', 'inherit');
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with code ${code}`);
}

export interface LanternProcess {
  readonly pid: number;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts Lantern as a process of its own and waits until it takes requests.
 * @param output file descriptor for all that it says; the terminal's when absent
 * @throws Error when it ends first or takes more than a minute
 */
export async function startLanternProcess(
  origin: string,
  env: Environment,
  output: number | 'inherit' = 'inherit',
): Promise<LanternProcess> {
  const child = await launch([], env, output, output);
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  const deadline = Date.now() + startSeconds * 1000;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error('Lantern ended before it was ready: its reason stands above');
    if (Date.now() > deadline) {
      await end('SIGKILL');
      throw new Error('Lantern was not ready within a minute');
    }
    await sleep(100);
  }
  return { pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

const isReady = (origin: string) =>
  fetch(`${origin}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
