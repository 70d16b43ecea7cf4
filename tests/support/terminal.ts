import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { processEnvironment } from '../../src/config.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';

export interface Terminal {
  /** Types a line and waits until it has ended. @returns its exit code and what was printed meanwhile */
  type(line: string): Promise<{ readonly code: number; readonly said: string }>;
  /** Types a line and does not wait. */
  begin(line: string): void;
  /** Everything that was printed. */
  said(): string;
  /** Ends it with all that was started in it. */
  close(): Promise<void>;
}

/** A bash in the checkout, in which lines are typed as somebody would who copies them from a page. */
export function openTerminal(): Terminal {
  // Whoever runs the tests has what they need: a test installs nothing beside others that run.
  const env = { ...processEnvironment(), LANTERN_PREPARING: '1' };
  const bash = spawn('bash', ['--norc'], { cwd: projectRoot, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(bash, 'exit');
  let text = '';
  for (const stream of [bash.stdout, bash.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
  let typed = 0;
  return {
    async type(line) {
      const from = text.length;
      const mark = `line ${++typed} ended with`;
      bash.stdin.write(`${line}\nprintf '\\n${mark} %d\\n' $?\n`);
      const end = new RegExp(`\\n${mark} (\\d+)\\n`);
      for (;;) {
        const found = end.exec(text.slice(from));
        if (found) return { code: Number(found[1]), said: text.slice(from, from + found.index) };
        if (bash.exitCode !== null) throw new Error(`the terminal has ended:\n${text}`);
        await Promise.race([once(bash.stdout, 'data'), ended]);
      }
    },
    begin: (line) => void bash.stdin.write(`${line}\n`),
    said: () => text,
    async close() {
      // The group: what runs behind the shell ends with it.
      if (bash.pid !== undefined && bash.exitCode === null) process.kill(-bash.pid, 'SIGTERM');
      bash.stdin.end();
      await ended;
    },
  };
}
