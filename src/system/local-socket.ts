import { chmodSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a command asks, with somewhere to say how far it is. Answers and progress are JSON values. */
export type LocalHandler = (order: unknown, tell: (progress: unknown) => void) => Promise<unknown>;

/** Longest path that the operating systems take for a socket. */
const longestPath = 100;
const socketIn = (folder: string) => join(folder, 'lantern.sock');

interface Line {
  readonly progress?: unknown;
  readonly answer?: unknown;
  readonly failed?: true;
}

/**
 * Answers commands of the same user on the same machine, over a socket in the data folder that nobody else may open (0600).
 * @returns how to stop; undefined where the folder's path is too long for a socket
 */
export async function listenLocally(folder: string, handle: LocalHandler): Promise<(() => Promise<void>) | undefined> {
  const path = socketIn(folder);
  if (path.length > longestPath) return undefined;
  // The writer's lock is ours: whoever made this one is gone.
  rmSync(path, { force: true });
  const server = createServer((asked, response) => {
    const say = (line: Line) => response.write(`${JSON.stringify(line)}\n`);
    void text(asked)
      .then((body) => handle(JSON.parse(body), (progress) => say({ progress })))
      .then((answer) => say({ answer }))
      .catch(() => say({ failed: true }))
      .finally(() => response.end());
  });
  const umask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  } finally {
    process.umask(umask);
  }
  chmodSync(path, 0o600);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

/** Undefined when nobody listens there. */
const send = (path: string, body: string): Promise<IncomingMessage | undefined> =>
  new Promise((resolve, reject) => {
    request({ socketPath: path, method: 'POST', path: '/', agent: false }, resolve)
      .on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
      )
      .end(body);
  });

/**
 * Asks the Lantern that runs on a data folder.
 * @returns its answer; undefined when none runs there
 * @throws Error when it broke off
 */
export async function askLocally(
  folder: string,
  order: unknown,
  tell: (progress: unknown) => void,
): Promise<{ readonly answer: unknown } | undefined> {
  const path = socketIn(folder);
  const response = path.length > longestPath ? undefined : await send(path, JSON.stringify(order));
  if (!response) return undefined;
  response.setEncoding('utf8');
  let rest = '';
  let last: Line = {};
  for await (const piece of response) {
    const lines = `${rest}${String(piece)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      last = JSON.parse(line) as Line;
      if (last.progress !== undefined) tell(last.progress);
    }
  }
  if (last.failed || last.answer === undefined)
    throw new Error('Lantern broke off. Do the same again: nothing is done twice.');
  return { answer: last.answer };
}
