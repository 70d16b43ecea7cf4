import { spawn, type ChildProcess } from 'node:child_process';

export type Ended = 'well' | 'badly' | 'too late';

/** Where the system knows process groups, a tool and all that it started can be ended as one. */
const grouped = process.platform !== 'win32';

function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (grouped) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Nothing is left of it.
  }
}

/**
 * Runs one of the tools with this Node, its output shown as it comes, and without standard input.
 * Servers and browsers that it leaves behind are ended with it, so that they cannot disturb the next one.
 * @param script path of its JavaScript, relative to the checkout
 * @param seconds after which it is stopped
 */
export function runScript(script: string, args: readonly string[], seconds: number): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: grouped,
  });
  const endWithUs = () => end(child, 'SIGTERM');
  process.once('exit', endWithUs);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    end(child, 'SIGKILL');
  }, seconds * 1000);
  return new Promise((resolve) => {
    const finish = (ended: Ended) => {
      clearTimeout(limit);
      process.off('exit', endWithUs);
      end(child, 'SIGKILL');
      resolve(late ? 'too late' : ended);
    };
    child.once('error', () => finish('badly'));
    child.once('exit', (code) => finish(code === 0 ? 'well' : 'badly'));
  });
}
