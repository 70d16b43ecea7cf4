import { randomBytes } from 'node:crypto';
import { notePaperOpened } from '../areas/meetings/laid/note-paper-opened.ts';
import { readPaper } from '../areas/meetings/laid/paper-views.ts';
import type { PaperDoor } from '../areas/meetings/routes.ts';
import type { Perform } from '../perform/perform.ts';
import { createHandOut, type DownloadParts } from './download.ts';

/**
 * Hands a paper of a meeting out to somebody on its list: the right of this very moment and the journal's row, then that they have
 * opened it, then the bytes, by the same way as every file.
 */
export function createPaperOfMeeting({
  read,
  perform,
  ...parts
}: DownloadParts & { readonly perform: Perform }): PaperDoor {
  const handOut = createHandOut(parts);
  return {
    async openPaper(identity, meeting, paper) {
      const shown = await read(readPaper, identity, { meeting, id: paper });
      if (!shown.ok) return shown;
      // Each opening is one of its own.
      const noted = await perform(notePaperOpened, identity, { paper }, randomBytes(16).toString('hex'));
      return noted.ok ? handOut(shown.answer.answer) : noted;
    },
  };
}
