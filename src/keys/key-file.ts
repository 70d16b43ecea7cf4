import { existsSync, readFileSync, statSync } from 'node:fs';
import { replaceFile } from './replace-file.ts';
import type { KeyRing } from './key-ring.ts';

/** One key a line: its digits, and for all but the first what it is and since when. */
const line = /^([0-9a-f]{64})(?: (next|retired) (\S+))?$/i;

/** The data keys in a file that only its owner may read (0600), as they are: for a machine of one's own. */
export interface KeyFile {
  /**
   * @returns undefined when there is none
   * @throws Error when others than the owner may read it, for a key that leaked is no key; or when it is damaged
   */
  read(): KeyRing | undefined;
  write(ring: KeyRing): void;
}

export function keyFile(file: string): KeyFile {
  return {
    read() {
      if (!existsSync(file)) return undefined;
      if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
        throw new Error(`${file} can be read by others: chmod 600 it, and change the key if it may have leaked`);
      return ringIn(readFileSync(file, 'utf8')) ?? damaged(file);
    },
    write: (ring) => replaceFile(file, textOf(ring)),
  };
}

function damaged(file: string): never {
  throw new Error(`${file} is damaged: it must hold 64 hexadecimal digits. Put your copy of it back (chmod 600).`);
}

function ringIn(text: string): KeyRing | undefined {
  const lines = text
    .trim()
    .split('\n')
    .map((each) => line.exec(each.trim()));
  const keys = lines.flatMap((found) =>
    found?.[1] === undefined ? [] : [{ key: Buffer.from(found[1], 'hex'), role: found[2], at: found[3] ?? '' }],
  );
  const [first, ...others] = keys;
  if (keys.length !== lines.length || !first || first.role) return undefined;
  const next = others.find(({ role }) => role === 'next');
  return {
    current: first.key,
    ...(next && { next: { key: next.key, at: next.at } }),
    retired: others.filter(({ role }) => role === 'retired').map(({ key, at }) => ({ key, at })),
  };
}

const textOf = ({ current, next, retired }: KeyRing) =>
  [
    current.toString('hex'),
    ...(next ? [`${next.key.toString('hex')} next ${next.at}`] : []),
    ...retired.map(({ key, at }) => `${key.toString('hex')} retired ${at}`),
  ].join('\n');
