import { randomBytes } from 'node:crypto';
import type { Identity } from '../../src/access/types.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import type { DocumentItem } from '../../src/areas/files/contract.ts';
import type { FileDoor } from '../../src/areas/files/routes.ts';
import { document } from '../../src/areas/files/record.ts';
import { listDocuments } from '../../src/areas/files/views.ts';
import { createFileDoor } from '../../src/intake/create-file-door.ts';
import { createSpool, type Spool } from '../../src/intake/create-spool.ts';
import { createFileDocuments, type FileDocumentsParts } from '../../src/jobs/file-documents.ts';
import type { DownloadEnd, Files, FileUpload, UploadEnd } from '../../src/ports/files.ts';
import type { Scanner } from '../../src/ports/scanner.ts';
import { createSpoolFolder } from '../../src/store/sqlite/spool.ts';
import { handSetClock } from './hand-set-clock.ts';
import { newForm, people, startKernel, tenant, type Kernel } from './kernel.ts';
import { recordedLog } from './recorded-log.ts';

export const spoolKey = Buffer.alloc(32, 7);

/** A library in memory: each name once, as SharePoint keeps it with `fail`. */
export function memoryLibrary() {
  const lying = new Map<string, Uint8Array>();
  let away: UploadEnd | undefined;
  const fileOf = (name: string, size: number) => ({
    ...{ id: `item-${name}`, name, size, eTag: '"1"', webUrl: `https://school.sharepoint.com/${name}` },
  });
  const files: Files = {
    async upload({ name, source }: FileUpload): Promise<UploadEnd> {
      if (away) return away;
      const bytes = await source.read(0, source.size);
      const before = lying.get(name);
      if (before && !Buffer.from(before).equals(bytes)) return { ok: false, reason: 'name-taken' };
      lying.set(name, bytes);
      return { ok: true, file: fileOf(name, bytes.length) };
    },
    async download({ item }): Promise<DownloadEnd> {
      const bytes = lying.get(item.replace(/^item-/, ''));
      if (!bytes) return { ok: false, reason: 'gone' };
      return {
        ok: true,
        bytes: (async function* () {
          for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
        })(),
      };
    },
  };
  return {
    lying,
    files,
    find: async (_drive: string, name: string) => {
      const bytes = lying.get(name);
      return bytes && fileOf(name, bytes.length);
    },
    /** From now on nothing gets there, until it is called without an end. */
    leave: (end?: UploadEnd) => void (away = end),
  };
}

export interface FilesScene {
  readonly kernel: Kernel;
  readonly spool: Spool;
  readonly library: ReturnType<typeof memoryLibrary>;
  readonly clock: ReturnType<typeof handSetClock>;
  readonly door: FileDoor;
  /** A turn of the worker. */
  readonly work: () => Promise<number>;
  /** Reports a concern. @returns its id */
  report(words?: string): Promise<string>;
  /** Brings a file whole. @returns the upload's id */
  bring(concern: string, name: string, bytes: Uint8Array, who?: Identity, rangeSize?: number): Promise<string>;
  /** Brings it, says what it is, and makes it a document. */
  add(concern: string, name: string, bytes: Uint8Array, over?: object): ReturnType<FileDoor['finish']>;
  list(concern: string, who?: Identity): Promise<readonly DocumentItem[]>;
  /** What a person gets who asks for a document's file; the code of the refusal otherwise. */
  fetch(id: string, who?: Identity): Promise<Buffer | string>;
  close(): void;
}

export const said = { kind: 'letter', name: 'Letter from the GP', source: 'health' } as const;

/** The kernel on a real database, a real spool beside it, and a library in memory. */
export async function filesScene(
  over: Partial<FileDocumentsParts> & { readonly scanner?: Scanner } = {},
): Promise<FilesScene> {
  const kernel = await startKernel();
  const clock = handSetClock();
  const spool = createSpool(createSpoolFolder(kernel.folder, clock), spoolKey);
  const library = memoryLibrary();
  const { perform, read, store } = kernel;
  const { log } = recordedLog();
  const door = createFileDoor({
    ...{ spool, perform, read, clock, files: library.files, scans: over.scanner !== undefined },
    isDocument: async (of, id) => (await store.record(of, document, id)) !== undefined,
  });
  const work = createFileDocuments({
    ...{ tenant, spool, store, perform, clock, log, files: library.files, find: library.find },
    driveOf: async () => 'drive',
    label: async () => undefined,
    ...over,
  });
  const scene: FilesScene = {
    ...{ kernel, spool, library, clock, door, work },
    async report(words = 'She said that her arm hurt.') {
      const form = { who: 'Ellie Marsden', words, safeNow: 'yes', when: 'just now' };
      const result = await perform(reportConcern, people.daniel, form, newForm());
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer.concern;
    },
    async bring(concern, name, bytes, who = people.priya, rangeSize = 1_048_576) {
      const begun = await door.begin(who, concern, { form: newForm(), name, size: bytes.length });
      if (!begun.ok) throw new Error(begun.problem.code);
      for (let at = 0; at < bytes.length; at += rangeSize) {
        const part = bytes.subarray(at, at + rangeSize);
        const range = `bytes ${at}-${at + part.length - 1}/${bytes.length}`;
        const kept = await door.receive(who, begun.answer.id, { range, bytes: part });
        if (!kept.ok) throw new Error(kept.problem.code);
      }
      return begun.answer.id;
    },
    async add(concern, name, bytes, more = {}) {
      const id = await scene.bring(concern, name, bytes);
      return door.finish(people.priya, id, { form: newForm(), ...said, ...more });
    },
    async list(concern, who = people.priya) {
      const shown = await read(listDocuments, who, { id: concern });
      return shown.ok ? shown.answer.answer.items : [];
    },
    async fetch(id, who = people.priya) {
      const sent = await door.download(who, id);
      if (!sent.ok) return sent.problem.code;
      const pieces: Uint8Array[] = [];
      for await (const piece of sent.answer.bytes) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    close: kernel.close,
  };
  return scene;
}

/** A PDF as far as anybody looks, of so many bytes. */
export const aPdf = (length = 2_000): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    randomBytes(length).map((byte) => (byte % 64) + 32),
    Buffer.from('\n%%EOF'),
  ]);
