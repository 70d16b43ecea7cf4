import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createClamd } from '../../../src/intake/clamd.ts';
import { someBytes, sourceOf } from '../../support/file-library.ts';

/** The test file that every scanner calls infected, put together here so that none finds it in this one. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

type Manner = 'as-clamd' | 'closes' | 'silent' | 'ok-too-soon' | 'too-large';

/** Speaks clamd's INSTREAM over a real socket. @returns where it listens, and what it was given */
async function aClamd(manner: Manner = 'as-clamd') {
  const given: Buffer[] = [];
  const answer = (socket: Socket, bytes: Buffer) => {
    given.push(bytes);
    socket.end(bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  };
  const server = createServer((socket) => {
    let taken = Buffer.alloc(0);
    socket.on('error', () => undefined);
    if (manner === 'closes') return socket.destroy();
    if (manner === 'ok-too-soon') return socket.end('stream: OK\0', () => socket.destroy());
    socket.on('data', (more) => {
      if (manner === 'silent') return;
      if (manner === 'too-large') return socket.end('INSTREAM size limit exceeded. ERROR\0');
      taken = Buffer.concat([taken, more]);
      if (!taken.toString('latin1').startsWith('zINSTREAM\0')) return;
      const pieces: Buffer[] = [];
      for (let at = 10; at + 4 <= taken.length;) {
        const length = taken.readUInt32BE(at);
        if (length === 0) return answer(socket, Buffer.concat(pieces));
        pieces.push(taken.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { given, scanner: createClamd({ address: { host: '127.0.0.1', port }, timeoutMs: 400 }) };
}

it('calls clean what clamd calls clean, and sends it every byte', async () => {
  const { given, scanner } = await aClamd();
  const bytes = someBytes(900_001);
  expect(await scanner.scan(sourceOf(bytes))).toEqual({ what: 'clean' });
  expect(given).toEqual([bytes]);
});

it('says what was found', async () => {
  const { scanner } = await aClamd();
  const bytes = Buffer.concat([someBytes(500_000), eicar]);
  expect(await scanner.scan(sourceOf(bytes))).toEqual({ what: 'infected', threat: 'Eicar-Test-Signature' });
});

it.each([
  ['closes', 'clamd-closed'],
  ['silent', 'clamd-unreachable'],
  ['too-large', 'too-large-for-clamd'],
] as const)('calls nothing clean when clamd %s', async (manner, code) => {
  const { scanner } = await aClamd(manner);
  const end = await scanner.scan(sourceOf(someBytes(300_000)));
  expect(end.what).toBe('no-answer');
  if (manner !== 'closes') expect(end).toEqual({ what: 'no-answer', code });
});

it('does not believe an answer that came before the file had left', async () => {
  const { scanner } = await aClamd('ok-too-soon');
  expect(await scanner.scan(sourceOf(someBytes(60_000_000)))).toMatchObject({ what: 'no-answer' });
});

it('calls nothing clean when nobody is there', async () => {
  const { scanner } = { scanner: createClamd({ address: { host: '127.0.0.1', port: 1 } }) };
  expect(await scanner.scan(sourceOf(someBytes(10)))).toEqual({ what: 'no-answer', code: 'clamd-unreachable' });
});
