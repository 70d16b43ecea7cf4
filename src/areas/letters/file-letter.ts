import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { concern, type Concern } from '../concerns/record.ts';
import { document, type Document } from '../files/record.ts';
import { paperFormats } from '../meetings/papers/paper-formats.ts';
import { letter, type Letter } from './record.ts';

const input = z.strictObject({
  letter: z.string(),
  concern: z.string(),
  format: z.enum(['pdf', 'docx'] satisfies (keyof typeof paperFormats)[]),
  size: z.int().min(1),
  /** SHA-256 of the bytes. */
  digest: z.string(),
  state: z.enum(['pending-scan', 'not-scanned']),
});

interface State {
  readonly subject: Concern | undefined;
  readonly sent: Letter | undefined;
  readonly pdf: Document | undefined;
  readonly docx: Document | undefined;
}

/** Lantern’s own act: a letter that was sent is a file of the concern whose it is, once in each format. */
export const fileLetter = (of: Pick<Letter, 'pdfId' | 'docxId'>): UseCase<z.infer<typeof input>, State, null> => ({
  verb: 'file-letter',
  input,
  needs: (said) => ({
    subject: one(concern, said.concern),
    sent: one(letter, said.letter),
    pdf: one(document, of.pdfId ?? ''),
    docx: one(document, of.docxId ?? ''),
  }),
  decide({ subject, sent, ...already }, { format, size, digest, state }, { actor, now }) {
    if (!subject || sent?.concernId !== subject.id) return { ok: false, problem: { code: 'not-found' } };
    const id = format === 'pdf' ? sent.pdfId : sent.docxId;
    if (id === undefined) return { ok: false, problem: { code: 'not-found' } };
    if (already[format]) return { ok: false, problem: { code: 'already-done' } };
    const { ending, mediaType, label } = paperFormats[format];
    const put = create(
      document,
      { id, school: subject.school },
      {
        ...{ concernId: subject.id, concernRef: subject.ref ?? '', kind: 'letter', source: 'our-school' },
        ...{ name: `Letter ${sent.ref ?? ''} (${label})`, madeOn: sent.sentOn, madeBy: sent.sentByName.slice(0, 200) },
        ...{ fileName: `${id}.${ending}`, mediaType, size, digest, originalDigest: digest, state },
        ...{ addedById: actor.person, addedByName: actor.name, addedAt: now },
      },
    );
    return {
      ok: true,
      change: { put: [put], entries: [{ about: subject.id, what: 'document-added' }], effects: [] },
      answer: null,
    };
  },
});
