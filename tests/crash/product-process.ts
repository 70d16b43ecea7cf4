import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { processEnvironment } from '../../src/config.ts';

/** Moments of a commit at which the product can be told to die. */
export type Death = 'before-commit' | 'after-commit';

/** The product as a process of its own: loaded, then started, then killed. */
export interface ProductProcess {
  readonly pid: number;
  /** Starts it. @returns where it listens @throws Error when it ends first */
  start(): Promise<string>;
  dieAt(moment: Death): void;
  /** Sets its clock so many hours before or after the machine's. */
  setClock(hours: number): void;
  /** Asks it to end; does not wait. */
  askToStop(): void;
  /** As a platform asks it to end. */
  terminate(): void;
  /** As a power cut would, at once. */
  kill(): void;
  /** Freezes it, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Resolves when it has ended, to the code that it gave. */
  readonly ended: Promise<number | null>;
}

export interface ProductOptions {
  /** Made by `bundledLantern`. */
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Broken on purpose. */
  readonly forgets?: true | undefined;
  /** A program that starts it, with its arguments. */
  readonly under?: readonly string[];
  /** Where its standard error goes; this process's when absent. */
  readonly errors?: number;
}

const started = z.object({ origin: z.string() });

/** Loads the product. It is not started yet. */
export function loadProduct({ file, env, forgets, under = [], errors = 2 }: ProductOptions): ProductProcess {
  // Not by its name on the command line: then it would take itself for the command.
  const load = [
    '--input-type=module',
    '--eval',
    `await import('${pathToFileURL(file).href}')`,
    ...(forgets ? ['forgets'] : []),
  ];
  const [command = '', ...args] = [...under, process.execPath, ...load];
  const { PATH, HOME } = processEnvironment();
  const child = spawn(command, args, { env: { PATH, HOME, ...env }, stdio: ['ignore', errors, errors, 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const loaded = Promise.race([once(child, 'message'), ended]);
  const tell = (order: object) => {
    // It may be dead already, which is what the test is about.
    if (child.connected) child.send(order, () => undefined);
  };
  return {
    pid: child.pid ?? 0,
    ended,
    async start() {
      await loaded;
      const told = once(child, 'message');
      tell({ do: 'start' });
      const first = await Promise.race([told, ended]);
      if (!Array.isArray(first)) throw new Error(`Lantern ended with ${String(first)} before it took requests`);
      return started.parse(first[0]).origin;
    },
    dieAt: (at) => tell({ do: 'die', at }),
    setClock: (hours) => tell({ do: 'jump', hours }),
    askToStop: () => tell({ do: 'stop' }),
    terminate: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}
