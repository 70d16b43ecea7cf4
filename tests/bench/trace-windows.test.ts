import { expect, it } from 'vitest';
import { windowsOf } from './trace-windows.ts';

const arrival = '11 read(22<socket:[4]>, "POST /api/messages HTTP/1.1\\r\\nHost"..., 65536) = 900';
const answer = '11 writev(22<socket:[4]>, [{iov_base="HTTP/1.1 200 OK\\r\\nContent"..., iov_len=900}], 1) = 900';
const logged = '11 pwrite64(25</data/lantern.db-wal>, "\\0\\1"..., 24, 32) = 24';
const synced = (file: string) => `11 fsync(25<${file}>) = 0`;
const wal = '/data/lantern.db-wal';

const syncs = (...lines: readonly string[]) =>
  windowsOf(lines.join('\n'), 'POST /api/messages', 'lantern.db').map((window) => window.syncs);

it('counts what is synced between a request and its answer', () => {
  expect(syncs(synced(wal), arrival, logged, synced(wal), answer, synced(wal))).toEqual([[wal]]);
});

it('counts a second sync, and finds none where there is none', () => {
  expect(syncs(arrival, logged, synced(wal), logged, synced(wal), answer, arrival, answer)).toEqual([[wal, wal], []]);
});

it('counts a sync of any other file, before or after COMMIT', () => {
  const spool = '/data/spool/1';
  expect(syncs(arrival, synced(spool), logged, synced(wal), synced(spool), answer)).toEqual([[spool, wal, spool]]);
});

it('leaves out a checkpoint that runs before COMMIT, and counts one that runs after it', () => {
  const checkpoint = [synced(wal), synced('/data/lantern.db')];
  expect(syncs(arrival, ...checkpoint, logged, synced(wal), answer)).toEqual([[wal]]);
  expect(syncs(arrival, logged, synced(wal), ...checkpoint, answer)[0]).toHaveLength(3);
});

it('reads calls that another thread’s calls cut in two', () => {
  const cut = [
    '11 read(22<socket:[4]>,  <unfinished ...>',
    '12 write(9<pipe:[7]>, "x", 1) = 1',
    '11 <... read resumed>"POST /api/messages HTTP/1.1\\r\\nHost"..., 65536) = 900',
    logged,
    `11 fsync(25<${wal}> <unfinished ...>`,
    '12 write(9<pipe:[7]>, "x", 1) = 1',
    '11 <... fsync resumed>) = 0',
  ];
  expect(syncs(...cut, answer)).toEqual([[wal]]);
});

it('takes neither another request’s arrival nor another socket’s answer for its own', () => {
  const other = '11 read(23<socket:[5]>, "GET /api/concerns HTTP/1.1\\r\\n"..., 65536) = 80';
  const itsAnswer = '11 write(23<socket:[5]>, "HTTP/1.1 200 OK\\r\\n"..., 80) = 80';
  expect(syncs(other, arrival, itsAnswer, logged, synced(wal), answer)).toEqual([[wal]]);
});
