import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createQuickXorHash } from '../../graph/quick-xor-hash.ts';

/** The bytes of a file as they lie in the data folder, and what Graph tells of them. */
export interface StoredBytes {
  readonly blob: string;
  readonly size: number;
  readonly quickXorHash: string;
}

/** Bytes by name. Nothing here knows to which file they belong. */
export interface Blobs {
  /** Makes a place for bytes that are to come. */
  reserve(): string;
  /** Puts bytes at a place, over what an interrupted write may have left there. */
  write(blob: string, at: number, bytes: Uint8Array): void;
  /** Cuts off what lies beyond `size`, and measures what is left. */
  seal(blob: string, size: number): StoredBytes;
  /** The bytes from `from` up to, not including, `to`. */
  read(blob: string, from: number, to: number): Buffer;
  remove(blob: string): void;
  /** Removes the bytes that nothing points to: a process that was killed may have left some. */
  keepOnly(blobs: ReadonlySet<string>): void;
}

const piece = 1_048_576;

function withFile<T>(path: string, flags: string, work: (file: number) => T): T {
  const file = openSync(path, flags, 0o600);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

function readAll(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(to, fstatSync(file).size) - from));
  for (let done = 0; done < bytes.length;) {
    const read = readSync(file, bytes, done, bytes.length - done, from + done);
    if (read === 0) throw new Error('a stored file became shorter while it was read');
    done += read;
  }
  return bytes;
}

/** @param folder made when it is missing; for the owner alone */
export function openBlobs(folder: string): Blobs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (blob: string) => join(folder, blob);
  return {
    reserve() {
      const blob = randomUUID();
      withFile(path(blob), 'wx', () => undefined);
      return blob;
    },
    write: (blob, at, bytes) => withFile(path(blob), 'r+', (file) => writeAll(file, bytes, at)),
    seal: (blob, size) =>
      withFile(path(blob), 'r+', (file) => {
        ftruncateSync(file, size);
        const hash = createQuickXorHash();
        for (let at = 0; at < size; at += piece) hash.add(readAll(file, at, Math.min(at + piece, size)));
        return { blob, size, quickXorHash: hash.value() };
      }),
    read: (blob, from, to) => withFile(path(blob), 'r', (file) => readAll(file, from, to)),
    remove: (blob) => rmSync(path(blob), { force: true }),
    keepOnly(blobs) {
      for (const blob of readdirSync(folder)) if (!blobs.has(blob)) rmSync(path(blob), { force: true });
    },
  };
}
