import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { concern, type Concern } from '../concerns/record.ts';
import { documentFields, documentKind, documentSource } from './fields.ts';
import { sameFile, type SameRow } from './queries.ts';
import { document, type Document } from './record.ts';

const keysOf = <K extends string>(of: Readonly<Record<K, string>>) => Object.keys(of) as [K, ...K[]];
const line = (max: number) => z.string().trim().min(1).max(max);

/** What Lantern found by looking at the bytes of an upload; a person says none of it. */
export interface FoundFile {
  /** Where the person who began the upload wished to have it. */
  readonly concern: string;
  readonly ending: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly digest: string;
  readonly originalDigest: string;
  readonly state: 'pending-scan' | 'not-scanned';
}

const input = z.strictObject({
  /** The upload's id, which becomes the document's. */
  upload: z.string(),
  kind: z.enum(keysOf(documentKind), 'Choose what it is.'),
  name: z.string().trim().min(1, 'Write what it is called.').max(documentFields.name.max),
  madeOn: z.exactOptional(z.iso.date('Write the date as day, month and year.')),
  madeBy: z.exactOptional(line(documentFields.madeBy.max)),
  source: z.enum(keysOf(documentSource), 'Choose where it came from.'),
  again: z.exactOptional(z.literal(true)),
});

interface State {
  readonly subject: Concern | undefined;
  readonly already: Document | undefined;
  readonly same: readonly SameRow[];
}

/**
 * Adds a file that has arrived to a concern. Whoever adds what the child's concerns hold already is asked first.
 * @param file undefined where the upload is no longer there: then only the first answer to the same form is given again
 */
export const addDocument = (
  file: FoundFile | undefined,
): UseCase<z.infer<typeof input>, State, { readonly document: string }> => ({
  verb: 'add-document',
  input,
  needs: ({ upload }, { person }) => ({
    subject: one(concern, file?.concern ?? ''),
    already: one(document, upload),
    same: rows(sameFile, { concern: file?.concern ?? '', digest: file?.originalDigest ?? '', person }),
  }),
  decide({ subject, already, same: [there] }, { upload, again, ...said }, { actor, now }) {
    if (!subject || !file) return { ok: false, problem: { code: 'not-found' } };
    if (already) return { ok: false, problem: { code: 'already-done' } };
    if (there && !again) return duplicate(there);
    if (said.madeOn !== undefined && said.madeOn > schoolDay(now)) return tooNew;
    const { concern: concernId, ending, ...bytes } = file;
    const by = { addedById: actor.person, addedByName: actor.name, addedAt: now };
    const put = create(
      document,
      { id: upload, school: subject.school },
      { concernId, concernRef: subject.ref ?? '', ...said, ...bytes, fileName: `${upload}.${ending}`, ...by },
    );
    const entries = [{ about: subject.id, what: 'document-added' }];
    return { ok: true, change: { put: [put], entries, effects: [] }, answer: { document: upload } };
  },
});

const duplicate = ({ concernRef }: SameRow) => ({
  ok: false as const,
  problem: {
    code: 'file-there-already' as const,
    fields: [{ name: 'again', message: `It was added to ${concernRef}.` }],
  },
});

const tooNew = {
  ok: false as const,
  problem: {
    code: 'invalid-input' as const,
    fields: [{ name: 'madeOn', message: 'The date of the document lies in the future.' }],
  },
};
