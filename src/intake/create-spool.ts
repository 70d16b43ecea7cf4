import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { FileSource } from '../ports/files.ts';
import type { SpoolEntry, SpoolRange, SpoolStore } from '../ports/spool.ts';

const facts = z.object({
  ending: z.string(),
  mediaType: z.string(),
  size: z.number(),
  digest: z.string(),
  originalDigest: z.string(),
});

const about = z.object({
  /** Entra object id of whose upload it is. */
  person: z.string(),
  concern: z.string(),
  /** As the person's device calls the file. */
  name: z.string(),
  /** What was found when its bytes were looked at; absent until then. */
  facts: z.exactOptional(facts),
  /** Entry that holds what is kept in place of these bytes. */
  kept: z.exactOptional(z.string()),
  /** Of such an entry: whose bytes it holds. */
  of: z.exactOptional(z.string()),
  /** Where an upload into the library can go on. */
  session: z.exactOptional(z.string()),
});
export type About = z.infer<typeof about>;

/** An upload, opened. */
export interface Spooled extends Omit<SpoolEntry, 'about'> {
  readonly about: About;
}

const nonceLength = 12;
const tagLength = 16;

function seal(key: Buffer, place: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** @throws Error when it was sealed for another place, or changed since */
function open(key: Buffer, place: string, sealed: Uint8Array): Buffer {
  const nonce = sealed.subarray(0, nonceLength);
  const tag = sealed.subarray(nonceLength, nonceLength + tagLength);
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place)).setAuthTag(tag);
  return Buffer.concat([cipher.update(sealed.subarray(nonceLength + tagLength)), cipher.final()]);
}

const placeOf = (id: string, { from, to }: SpoolRange) => `${id}:${from}-${to}`;
const aboutOf = (id: string) => `${id}:about`;

/**
 * The spool with its seals: each range and each name is sealed under Lantern's key, for its own place in its own file, so
 * that whoever gets at the disk reads nothing and can move nothing.
 * @param key 32 bytes
 * @param earlier keys before it, newest first
 */
export function createSpool(store: SpoolStore, key: Buffer, earlier: readonly Buffer[] = []) {
  /** What was sealed before the key was changed is opened with the key of then. */
  const unseal = (place: string, sealed: Uint8Array): Buffer => {
    for (const one of [key, ...earlier.slice(0, -1)])
      try {
        return open(one, place, sealed);
      } catch {
        // It may have been sealed under the next.
      }
    return open(earlier.at(-1) ?? key, place, sealed);
  };
  const opened = (entry: SpoolEntry): Spooled => ({
    ...entry,
    about: about.parse(JSON.parse(unseal(aboutOf(entry.id), entry.about).toString())),
  });
  const told = (id: string, words: About) => seal(key, aboutOf(id), Buffer.from(JSON.stringify(words)));

  return {
    begin: ({ about: words, ...entry }: Omit<Spooled, 'arrived'>) =>
      store.begin({ ...entry, about: told(entry.id, words) }),
    async find(id: string): Promise<Spooled | undefined> {
      const entry = await store.find(id);
      return entry && opened(entry);
    },
    all: async (tenant: string) => (await store.all(tenant)).map(opened),
    /** See SpoolStore.append. */
    append(id: string, from: number, bytes: Uint8Array) {
      const range = { from, to: from + bytes.length };
      return store.append(id, range, seal(key, placeOf(id, range), bytes));
    },
    note: (id: string, words: About) => store.note(id, told(id, words)),
    claim: async (limit: number, seconds: number) => (await store.claim(limit, seconds)).map(opened),
    release: store.release,
    remove: store.remove,
    /** The bytes of an entry, as far as they have arrived. */
    async source(id: string, size: number): Promise<FileSource> {
      const ranges = await store.ranges(id);
      let last: { readonly range: SpoolRange; readonly bytes: Buffer } | undefined;
      const bytesOf = async (range: SpoolRange) => {
        if (last?.range !== range) last = { range, bytes: unseal(placeOf(id, range), await store.read(id, range)) };
        return last.bytes;
      };
      return {
        size,
        async read(from, to) {
          const parts: Buffer[] = [];
          for (const range of ranges)
            if (range.from < to && range.to > from)
              parts.push((await bytesOf(range)).subarray(Math.max(from - range.from, 0), to - range.from));
          return Buffer.concat(parts);
        },
      };
    },
  };
}
export type Spool = ReturnType<typeof createSpool>;
