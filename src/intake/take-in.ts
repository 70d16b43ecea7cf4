import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ProblemCode } from '../perform/problem.ts';
import { cleanPicture, isPicture } from './clean-picture.ts';
import type { About, Spool, Spooled } from './create-spool.ts';
import { inspectFile } from './inspect-file.ts';

export type Facts = NonNullable<About['facts']>;
export type TakenIn = { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly code: ProblemCode };

/** Bytes in one range of what is kept in place of a picture. */
const rangeSize = 4 * 1_048_576;

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** SHA-256, with a rest between the pieces: others are answered meanwhile. */
async function hashOf(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += rangeSize) {
    hash.update(bytes.subarray(at, at + rangeSize));
    await setImmediate();
  }
  return hash.digest('hex');
}

/**
 * Looks at a file that has arrived whole, once: whether Lantern takes it, what it is, and its digests. A picture is written
 * anew beside it. What was found is noted with the upload, so that a second call costs nothing. The whole file is in memory
 * meanwhile: call it for one at a time.
 */
export function createTakeIn(spool: Spool) {
  /** Keeps what stands in place of the bytes; killed anywhere, it goes on where it was. */
  async function keepInstead({ id, tenant, at, about }: Spooled, bytes: Buffer): Promise<string> {
    const kept = digestOf(`kept:${id}`).slice(0, 32);
    const { person, concern, name } = about;
    // What a try that was killed left may have been written by another version of the picture's writer.
    await spool.remove(kept);
    await spool.begin({ id: kept, tenant, at, size: bytes.length, about: { person, concern, name, of: id } });
    for (let from = 0; from < bytes.length; from += rangeSize)
      await spool.append(kept, from, bytes.subarray(from, from + rangeSize));
    return kept;
  }

  async function lookAt(upload: Spooled): Promise<TakenIn> {
    const bytes = Buffer.from(await (await spool.source(upload.id, upload.size)).read(0, upload.size));
    const inspected = await inspectFile(bytes, upload.about.name);
    if (!inspected.ok) return inspected;
    const { ending, mediaType } = inspected.file;
    const originalDigest = await hashOf(bytes);
    const cleaned = isPicture(ending) ? await cleanPicture(bytes, ending).catch(() => undefined) : bytes;
    if (!cleaned) return { ok: false, code: 'file-damaged' };
    const kept = cleaned === bytes ? undefined : await keepInstead(upload, cleaned);
    const digest = cleaned === bytes ? originalDigest : await hashOf(cleaned);
    const facts = { ending, mediaType, size: cleaned.length, digest, originalDigest };
    await spool.note(upload.id, { ...upload.about, facts, ...(kept !== undefined && { kept }) });
    return { ok: true, facts };
  }

  return async (upload: Spooled): Promise<TakenIn> =>
    upload.about.facts ? { ok: true, facts: upload.about.facts } : lookAt(upload);
}
