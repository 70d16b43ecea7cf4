import { spawn } from 'node:child_process';

/**
 * Runs one of the tools with this Node, its output shown as it comes, and without standard input.
 * @param script path of its JavaScript, relative to the checkout
 * @param minutes after which it is stopped
 * @returns whether it exited with 0
 */
export function runScript(script: string, args: readonly string[], minutes: number): Promise<'well' | 'badly'> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: minutes * 60_000,
    });
    child.on('error', () => resolve('badly'));
    child.on('close', (code) => resolve(code === 0 ? 'well' : 'badly'));
  });
}
