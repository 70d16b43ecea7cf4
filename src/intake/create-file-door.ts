import { z } from 'zod';
import type { Identity } from '../access/types.ts';
import { addDocument } from '../areas/files/add-document.ts';
import { beginUpload } from '../areas/files/begin-upload.ts';
import type { UploadState } from '../areas/files/contract.ts';
import { largestFile, largestRange } from '../areas/files/fields.ts';
import type { FileDoor } from '../areas/files/routes.ts';
import { formFrom } from '../perform/digest.ts';
import { createInTurn } from '../perform/in-turn.ts';
import { invalidInput } from '../perform/invalid-input.ts';
import type { Perform } from '../perform/perform.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Spool, Spooled } from './create-spool.ts';
import { createGoOn } from './go-on.ts';
import { createDownload } from './download.ts';
import { createOwnUpload } from './own-upload.ts';
import { createUnfinished } from './unfinished.ts';
import { refusedByName } from './refused-by-name.ts';
import { createTakeIn } from './take-in.ts';

export interface FileDoorParts {
  readonly spool: Spool;
  readonly perform: Perform;
  readonly read: Read;
  readonly files: Pick<Files, 'download'>;
  /** Whether files are scanned before anybody may open them. */
  readonly scans: boolean;
  /** The machine's. */
  readonly clock: Clock;
  /** Whether there is a document of this id. */
  readonly isDocument: (tenant: string, id: string) => Promise<boolean>;
  /** There is something to file. */
  readonly added?: () => void;
}

const formKey = z.string().regex(/^[0-9a-f]{32}$/);
const beginning = z.strictObject({
  form: formKey,
  name: z.string().trim().min(1).max(400),
  size: z.int().min(1, 'This file is empty.'),
});
const ending = z.looseObject({ form: formKey });

const stateOf = ({ id, size, arrived }: Spooled): Result<UploadState> => ({ ok: true, answer: { id, size, arrived } });

/** `bytes 0-1023/4096` as the first byte, the one after the last, and how many there are in all. */
function rangeIn(header: string): { from: number; to: number; size: number } | undefined {
  const [, from, last, size] = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/.exec(header) ?? [];
  return from === undefined ? undefined : { from: Number(from), to: Number(last) + 1, size: Number(size) };
}

/**
 * How files come in and go out, as the tab asks for it. An upload is its person's alone, and out of reach it is not there.
 * What a person is told has arrived is safe.
 */
export function createFileDoor(parts: FileDoorParts): FileDoor {
  const { spool, perform, read, scans, clock, added = () => {} } = parts;
  const takeIn = createTakeIn(spool);
  /** Nothing is given up while it becomes a document; and one file at a time is in memory. */
  const inTurn = createInTurn();

  const own = createOwnUpload(spool);

  async function finish(
    identity: Identity,
    id: string,
    said: Readonly<Record<string, unknown>>,
    form: string,
  ): Promise<Result<{ readonly document: string }>> {
    const upload = await own(identity, id);
    if (!upload) {
      // It may have been filed already, and its answer lost: perform knows the form.
      const before = await perform(addDocument(undefined), identity, { ...said, upload: id }, form);
      return before.ok || before.problem.code !== 'not-found' ? before : refuse('upload-gone');
    }
    if (upload.arrived < upload.size) return refuse('upload-incomplete');
    const taken = await takeIn(upload);
    if (!taken.ok) {
      await spool.remove(id);
      return refuse(taken.code);
    }
    const state = scans ? 'pending-scan' : 'not-scanned';
    const found = { concern: upload.about.concern, ...taken.facts, state } as const;
    const result = await perform(addDocument(found), identity, { ...said, upload: id }, form);
    if (!result.ok) return result;
    // The worker may have looked at it while it was arriving, and put it off.
    await spool.release(id, 0);
    added();
    return result;
  }

  return {
    async begin(identity, concern, body) {
      const parsed = beginning.safeParse(body);
      if (!parsed.success) return invalidInput(parsed.error);
      const { form, name, size } = parsed.data;
      if (size > largestFile) return refuse('file-too-large');
      const may = await read(beginUpload, identity, { id: concern });
      if (!may.ok) return may;
      const unwanted = refusedByName(name);
      if (unwanted) return refuse(unwanted);
      const { tenant, person } = identity;
      const id = formFrom(`upload:${tenant}:${person}:${form}`);
      await spool.begin({ id, tenant, at: clock.now(), size, about: { person, concern, name } });
      const upload = await own(identity, id);
      if (!upload) return refuse('upload-gone');
      return upload.size === size && upload.about.concern === concern ? stateOf(upload) : refuse('invalid-input');
    },

    unfinished: createUnfinished(parts),
    goOn: createGoOn(spool),

    async state(identity, id) {
      const upload = await own(identity, id);
      return upload ? stateOf(upload) : refuse('upload-gone');
    },

    async receive(identity, id, { range, bytes }) {
      const upload = await own(identity, id);
      if (!upload) return refuse('upload-gone');
      const said = rangeIn(range);
      if (!said || said.size !== upload.size || said.to > upload.size || said.to - said.from !== bytes.length)
        return refuse('invalid-input', [{ name: 'range', message: 'This part does not fit the file.' }]);
      if (bytes.length === 0 || bytes.length > largestRange) return refuse('invalid-input');
      const arrived = await spool.append(id, said.from, bytes);
      return arrived === undefined ? refuse('upload-gone') : stateOf({ ...upload, arrived });
    },

    async finish(identity, id, body) {
      const parsed = ending.safeParse(body);
      if (!parsed.success) return invalidInput(parsed.error);
      const { form, ...said } = parsed.data;
      return inTurn(() => finish(identity, id, said, form));
    },

    discard: (identity, id) =>
      inTurn(async () => {
        const upload = await own(identity, id);
        if (!upload) return refuse('upload-gone');
        // What has become a document is nobody's to give up.
        if (await parts.isDocument(identity.tenant, id)) return refuse('already-done');
        if (upload.about.kept !== undefined) await spool.remove(upload.about.kept);
        await spool.remove(id);
        return { ok: true, answer: null };
      }),

    download: createDownload(parts),
  };
}
