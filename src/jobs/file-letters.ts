import { filingIdentity } from '../access/actor.ts';
import { document } from '../areas/files/record.ts';
import { fileLetter } from '../areas/letters/file-letter.ts';
import { lettersDue, type LetterDue } from '../areas/letters/queries.ts';
import { letter } from '../areas/letters/record.ts';
import { paperOfLetter } from '../documents/paper-of-letter.ts';
import { createFilePapers, createIntoFile, type FilePapersParts } from './file-papers.ts';

/**
 * Puts letters that were sent into the file of the child whom they concern, as PDF/A and as a Word document. From there the worker of
 * files scans them and brings them into the library.
 * @returns a job; it says how many files were made
 */
export function createFileLetters(parts: FilePapersParts) {
  const { tenant, store, perform, log } = parts;
  const us = filingIdentity(tenant);
  const intoFile = createIntoFile(parts);

  async function file({ id }: LetterDue): Promise<number> {
    const sent = await store.record(tenant, letter, id);
    if (sent?.concernId === undefined) return 0;
    const { concernId: concern, pdfId, docxId } = sent;
    let filed = 0;
    for (const [format, to] of [['pdf', pdfId] as const, ['docx', docxId] as const]) {
      if (to === undefined || (await store.record(tenant, document, to))) continue;
      const done = await intoFile(paperOfLetter(sent), {
        ...{ id: to, concern, format },
        act: (made, form) => perform(fileLetter(sent), us, { letter: id, concern, ...made }, form),
      });
      if (done.ok) filed += 1;
      else log.warn('letters.not-filed', { letter: id, concern, code: done.problem.code });
    }
    return filed;
  }

  return createFilePapers(parts, {
    due: async () => (await store.rows(tenant, lettersDue, {})) as readonly LetterDue[],
    keyOf: ({ id }) => id,
    file,
    failed: ({ id }, code) => log.error('letters.paper-failed', { letter: id, code }),
  });
}
