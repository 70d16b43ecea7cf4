import { filingIdentity } from '../access/actor.ts';
import { unfinishedHours } from '../areas/files/fields.ts';
import { unplaced } from '../areas/files/queries.ts';
import { recordPlace } from '../areas/files/record-place.ts';
import { recordScan } from '../areas/files/record-scan.ts';
import { document, type Document } from '../areas/files/record.ts';
import { mayLeave } from '../areas/files/rules.ts';
import type { Spool, Spooled } from '../intake/create-spool.ts';
import { formFrom } from '../perform/digest.ts';
import type { Perform } from '../perform/perform.ts';
import type { Store } from '../perform/store.ts';
import type { Clock } from '../ports/clock.ts';
import type { FiledFile, Files } from '../ports/files.ts';
import { GraphUnreachable } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import type { Scanner } from '../ports/scanner.ts';
import type { Query } from '../records/query.ts';

export interface FileDocumentsParts {
  readonly tenant: string;
  readonly spool: Spool;
  readonly store: Pick<Store, 'record' | 'rows'>;
  readonly perform: Perform;
  readonly files: Pick<Files, 'upload'>;
  /** Absent where files are not scanned. */
  readonly scanner?: Scanner | undefined;
  /** The drive of a school's library; undefined where there is none yet. @throws GraphUnreachable */
  readonly driveOf: (school: string) => Promise<string | undefined>;
  /** What lies in a library under a name. @throws GraphUnreachable */
  readonly find: (drive: string, name: string) => Promise<FiledFile | undefined>;
  /** Sets the tenant's label on a file. @returns its name; undefined where none is wished for or SharePoint will not */
  readonly label: (drive: string, file: FiledFile) => Promise<string | undefined>;
  /** The machine's: how long something has lain in the spool. */
  readonly clock: Clock;
  readonly log: Log;
}

const atOnce = 4;
/** Longer than the largest file takes on a slow day; whoever dies leaves it to the next one after this. */
const leaseSeconds = 900;
const againSeconds = 60;
const day = 86_400;
const unfinishedSeconds = unfinishedHours * 3_600;
/** What the scan called infected stays sealed so long: an administrator may want to look, and a scan can be wrong. */
const infectedSeconds = 30 * day;

/**
 * Brings files that have arrived into the school's library: scanned first where there is a scan, then uploaded under a name
 * that is the document's own, then its record says where it lies, then the spool forgets it. Killed anywhere it goes on, and
 * nothing happens twice.
 * @returns a job; it says how many steps were made
 */
export function createFileDocuments(parts: FileDocumentsParts) {
  const { tenant, spool, store, perform, files, scanner, driveOf, find, label, clock, log } = parts;
  const us = filingIdentity(tenant);
  const age = ({ at }: Pick<Spooled, 'at'>) => (Date.parse(clock.now()) - Date.parse(at)) / 1_000;

  async function forget(upload: Spooled): Promise<void> {
    if (upload.about.kept !== undefined) await spool.remove(upload.about.kept);
    await spool.remove(upload.id);
  }

  const sourceOf = ({ id, about }: Spooled, size: number) => spool.source(about.kept ?? id, size);

  async function scan(upload: Spooled, { id, size }: Document): Promise<boolean> {
    if (!scanner) {
      // It was switched off while files waited: they go on waiting, for nobody may call them clean.
      log.warn('documents.no-scanner', { document: id });
      return false;
    }
    const verdict = await scanner.scan(await sourceOf(upload, size));
    if (verdict.what === 'no-answer') {
      log.warn('documents.not-scanned', { document: id, code: verdict.code });
      return false;
    }
    if (verdict.what === 'infected') log.warn('documents.infected', { document: id });
    const threat = verdict.what === 'infected' ? { threat: verdict.threat } : {};
    const said = await perform(
      recordScan,
      us,
      { document: id, verdict: verdict.what, ...threat },
      formFrom(`scan:${id}`),
    );
    return said.ok || said.problem.code === 'already-done';
  }

  async function upload(entry: Spooled, held: Document): Promise<boolean> {
    const drive = await driveOf(held.school);
    if (drive === undefined) {
      log.error('documents.no-library', { school: held.school });
      return false;
    }
    let noted: Promise<unknown> = Promise.resolve();
    let { session } = entry.about;
    const note = (next: string | undefined) => {
      if (next === session) return;
      session = next;
      const { session: _before, ...about } = entry.about;
      noted = noted.then(() => spool.note(entry.id, { ...about, ...(next !== undefined && { session: next }) }));
    };
    const end = await files.upload({
      ...{ drive, folder: 'root', name: held.fileName, type: held.mediaType },
      source: await sourceOf(entry, held.size),
      ...(session !== undefined && { session }),
      onProgress: ({ session: next, sent, size }) => sent < size && note(next),
    });
    await noted;
    if (!end.ok) {
      const how = end.reason === 'refused' ? { status: end.status, code: end.code } : {};
      log.warn('documents.not-filed', { document: held.id, reason: end.reason, ...how });
      return false;
    }
    return place(held.id, drive, end.file);
  }

  async function place(id: string, drive: string, file: FiledFile): Promise<boolean> {
    const name = await label(drive, file);
    const where = { driveId: drive, driveItemId: file.id, webUrl: file.webUrl };
    const told = { document: id, ...where, ...(name !== undefined && { retentionLabel: name }) };
    const said = await perform(recordPlace, us, told, formFrom(`place:${id}`));
    return said.ok || said.problem.code === 'already-done';
  }

  /** @returns how many steps were made: none where it has to wait */
  async function step(entry: Spooled): Promise<number> {
    const { of } = entry.about;
    if (of !== undefined) {
      const owner = await spool.find(of);
      if (owner) return 0;
      await spool.remove(entry.id);
      return 1;
    }
    const held = await store.record(tenant, document, entry.id);
    if (!held) {
      if (age(entry) < unfinishedSeconds) return 0;
      log.info('documents.upload-swept', { upload: entry.id });
      await forget(entry);
      return 1;
    }
    if (held.driveItemId !== undefined || (held.state === 'infected' && age(entry) > infectedSeconds)) {
      await forget(entry);
      return 1;
    }
    if (held.state === 'pending-scan') return (await scan(entry, held)) ? 1 : 0;
    return mayLeave(held.state) && (await upload(entry, held)) ? 1 : 0;
  }

  /** A document that is in no library, as far as is known here, and whose bytes are no longer here either. */
  async function settleMissing(held: Document): Promise<number> {
    const drive = await driveOf(held.school);
    if (drive === undefined) return 0;
    const file = await find(drive, held.fileName);
    // A backup that was put in knows less than the library.
    if (file?.size === held.size) return (await place(held.id, drive, file)) ? 1 : 0;
    log.error('documents.missing', { document: held.id });
    const lost = { document: held.id, verdict: 'missing' };
    return (await perform(recordScan, us, lost, formFrom(`missing:${held.id}`))).ok ? 1 : 0;
  }

  let lookedAt = -Infinity;
  async function lookForMissing(): Promise<number> {
    const now = Date.parse(clock.now()) / 1_000;
    if (now - lookedAt < againSeconds) return 0;
    lookedAt = now;
    let settled = 0;
    for (const { id } of await rowsOf(unplaced)) {
      if (await spool.find(id)) continue;
      // The worker of another instance may have filed it since the question.
      const held = await store.record(tenant, document, id);
      if (held && held.driveItemId === undefined) settled += await settleMissing(held).catch(quietly(id));
    }
    return settled;
  }

  const rowsOf = async <R>(query: Query<object, R>) => (await store.rows(tenant, query, {})) as readonly R[];

  const quietly = (id: string) => (error: unknown) => {
    const code = error instanceof GraphUnreachable ? error.code : error instanceof Error ? error.name : 'unknown';
    log.warn('documents.failed', { document: id, code });
    return 0;
  };

  return async (): Promise<number> => {
    let done = 0;
    for (const entry of await spool.claim(atOnce, leaseSeconds)) {
      const made = await step(entry).catch(quietly(entry.id));
      await spool.release(entry.id, made > 0 ? 0 : againSeconds);
      done += made;
    }
    return done + (await lookForMissing());
  };
}
