import { createHash } from 'node:crypto';
import { filingIdentity } from '../access/actor.ts';
import type { PaperFormat } from '../areas/meetings/papers/paper-formats.ts';
import type { Paper } from '../documents/paper.ts';
import { toDocx } from '../documents/to-docx.ts';
import { toPdf } from '../documents/to-pdf.ts';
import type { Spool } from '../intake/create-spool.ts';
import type { Perform } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import type { Store } from '../perform/store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/** What any job needs that makes papers and puts them into files. */
export interface FilePapersParts {
  readonly tenant: string;
  readonly store: Pick<Store, 'record' | 'rows'>;
  readonly spool: Spool;
  readonly perform: Perform;
  /** Whether files are scanned before anybody may open them. */
  readonly scans: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** There is something to bring into the library. */
  readonly added?: () => void;
}

/** Papers of how many records one turn makes at most. */
const atOnce = 10;
/** What could not be made is tried again after an hour, and does not stand in the way of the others until then. */
const againMs = 3_600_000;

export const digestOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

const make: Readonly<Record<PaperFormat, (paper: Paper) => Promise<Buffer>>> = { pdf: toPdf, docx: toDocx };

/** What an act is told of a file that was made. */
export interface MadeFile {
  readonly format: PaperFormat;
  /** Bytes. */
  readonly size: number;
  readonly digest: string;
  readonly state: 'pending-scan' | 'not-scanned';
}

/** Where a paper goes: the id of the document, which is also that of its bytes in the spool, and the concern whose it is. */
export interface IntoFile {
  readonly id: string;
  readonly concern: string;
  readonly format: PaperFormat;
  /** The act that makes the record, under a form that comes from the id. */
  act(made: MadeFile, form: string): Promise<Result<null>>;
}

/**
 * Makes a file of a paper and its record. The bytes come first and the record after them; killed anywhere it makes the same bytes again
 * under the same id, so nothing is filed twice or half.
 */
export function createIntoFile({ tenant, spool, scans, clock }: FilePapersParts) {
  const { person } = filingIdentity(tenant);
  return async (paper: Paper, { id, concern, format, act }: IntoFile): Promise<Result<null>> => {
    const bytes = await make[format](paper);
    // What an earlier try left may be half, or of another version of the paper’s writer.
    if (await spool.find(id)) await spool.remove(id);
    await spool.begin({ id, tenant, at: clock.now(), size: bytes.length, about: { person, concern, name: id } });
    await spool.append(id, 0, bytes);
    const state = scans ? 'pending-scan' : 'not-scanned';
    const made = { format, size: bytes.length, digest: digestOf(bytes), state } as const;
    const done = await act(made, digestOf(`file:${id}`).slice(0, 32));
    // The worker of files may have looked at it before there was a record, and put it off.
    await spool.release(id, 0);
    return done;
  };
}

/** What is due to be filed, and how one of it is. */
export interface PapersDue<D> {
  due(): Promise<readonly D[]>;
  keyOf(one: D): string;
  /** @returns how many files were made */
  file(one: D): Promise<number>;
  failed(one: D, code: string): void;
}

/** A job that files what is due, some of it each turn. @returns how many files a turn made */
export function createFilePapers<D>({ clock, added }: FilePapersParts, { due, keyOf, file, failed }: PapersDue<D>) {
  const putOff = new Map<string, number>();
  return async (): Promise<number> => {
    const now = Date.parse(clock.now());
    for (const [key, at] of putOff) if (now - at >= againMs) putOff.delete(key);
    let filed = 0;
    for (const one of (await due()).filter((each) => !putOff.has(keyOf(each))).slice(0, atOnce)) {
      const made = await file(one).catch((error: unknown) => {
        failed(one, error instanceof Error ? error.name : 'unknown');
        return 0;
      });
      if (made === 0) putOff.set(keyOf(one), now);
      filed += made;
    }
    if (filed > 0) added?.();
    return filed;
  };
}
