import { connect, type Socket } from 'node:net';
import type { Scanner, Verdict } from '../ports/scanner.ts';

/** Where clamd listens: a host and a port, or a socket of this machine. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export interface ClamdSettings {
  readonly address: ClamdAddress;
  /** Without a word from clamd. Default 120,000: a large archive of pictures takes a while. */
  readonly timeoutMs?: number;
}

const piece = 262_144;
const longestAnswer = 4_096;

const noAnswer = (code: string): Verdict => ({ what: 'no-answer', code });

/** What clamd's answer means: `stream: OK`, `stream: <what> FOUND`, or an error of its own. */
function verdictOf(answer: string): Verdict {
  const text = answer.replace(/\0.*$/s, '').trim();
  if (text === 'stream: OK') return { what: 'clean' };
  const threat = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (threat !== undefined) return { what: 'infected', threat: threat.slice(0, 200) };
  return noAnswer(/size limit/i.test(text) ? 'too-large-for-clamd' : 'clamd-error');
}

/** Sends bytes, no faster than they are taken. */
function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
}

function framed(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/**
 * The virus scan by clamd, over its INSTREAM command: pieces with their lengths before them, and one of length 0 at the end
 * (https://docs.clamav.net/manual/Usage/Scanning.html, clamd(8)). Anything but a clear answer is none: nothing is called clean
 * that clamd did not call so.
 */
export function createClamd({ address, timeoutMs = 120_000 }: ClamdSettings): Scanner {
  return {
    async scan(source) {
      const socket = connect({ ...address });
      socket.setTimeout(timeoutMs, () => socket.destroy(new Error('timeout')));
      const answered = new Promise<Verdict>((resolve) => {
        let text = '';
        socket.setEncoding('utf8');
        socket.on('data', (more: string) => {
          text += more;
          if (text.includes('\0') || text.length > longestAnswer) resolve(verdictOf(text));
        });
        socket.on('error', () => resolve(noAnswer('clamd-unreachable')));
        // An answer ends in a zero byte; what breaks off before it says nothing.
        socket.on('close', () => resolve(noAnswer('clamd-closed')));
      });
      let read = Promise.resolve();
      const sent = (async () => {
        await send(socket, Buffer.from('zINSTREAM\0'));
        for (let at = 0; at < source.size; at += piece) {
          const bytes = source.read(at, Math.min(at + piece, source.size));
          read = bytes.then(() => undefined);
          await send(socket, framed(await bytes));
        }
        await send(socket, framed(new Uint8Array()));
      })();
      try {
        // clamd may say that it has had enough before it has all; what the socket says of that is in its answer.
        const whole = await sent.then(
          () => true,
          () => false,
        );
        await read;
        const verdict = await answered;
        return verdict.what === 'clean' && !whole ? noAnswer('clamd-closed') : verdict;
      } finally {
        socket.destroy();
      }
    },
  };
}
