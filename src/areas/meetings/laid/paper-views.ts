import { z } from 'zod';
import type { Presenting, View } from '../../../perform/types.ts';
import type { HeldRow } from '../../files/queries.ts';
import type { FileForMeeting, MeetingPaperItem, PapersOfMeeting, PaperToRead } from '../contract.ts';
import {
  filesForMeeting,
  paperHeld,
  papersLaid,
  papersToRead,
  type FileRow,
  type PaperHeldRow,
  type PaperRow,
  type ToReadRow,
} from './paper-queries.ts';
import type { MeetingRow } from '../queries.ts';
import { arePapersOpen, papersSince, papersUntil } from './paper-rules.ts';

const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;
const ofMeeting = z.strictObject({ meeting: z.string(), id: z.string() });

/** Which files may be laid before a meeting, of those that one may see oneself. */
export const listFilesForMeeting: View<ById, FileRow, readonly FileForMeeting[]> = {
  verb: 'list-files-for-meeting',
  shape: 'page',
  fields: ['name', 'kind', 'concernRef'],
  params: byId,
  query: filesForMeeting,
  values: ({ id }) => ({ meeting: id }),
  present: (rows) => ({
    answer: rows.map(({ id, name, kind, concernRef }) => ({ document: id, name, kind, concernRef })),
    ids: rows.map(({ id }) => id),
  }),
};

/** What is laid before a meeting, who may read it there, and who has. */
export const listPapersOfMeeting: View<ById, PaperRow, readonly MeetingPaperItem[]> = {
  verb: 'list-papers-of-meeting',
  shape: 'page',
  fields: ['heading', 'name', 'addedByName', 'addedAt', 'openedAt'],
  params: byId,
  query: papersLaid,
  values: ({ id }) => ({ meeting: id }),
  present: (rows, { may, now }) => ({
    answer: rows
      .filter(({ paperId }) => paperId === null)
      .map((row) => {
        const file = { id: row.documentId, school: row.school, concernId: row.concernId };
        const open = arePapersOpen(row, now);
        return {
          ...{ id: row.id, heading: row.heading ?? '', addedByName: row.addedByName, addedAt: row.addedAt },
          ...((may('download-document', file) || may('lay-paper', file)) && { document: row.documentId }),
          readers: rows
            .filter(({ paperId }) => paperId === row.id)
            .map(({ invitationId, name, openedAt }) => ({
              ...{ invitation: invitationId ?? '', name: name ?? '' },
              ...(openedAt !== null && { openedAt }),
            })),
          mayChange: open && may('lay-paper', file),
          mayWithdraw: may('withdraw-paper', row),
        };
      }),
    ids: rows.map(({ id }) => id),
  }),
};

/** What can be done now about the papers of a meeting; which files somebody may lay who was given a case, the files say. */
export const presentPapers = (row: MeetingRow, { may, actor, now }: Presenting<object>): PapersOfMeeting => ({
  mayLay:
    arePapersOpen(row, now) &&
    (may('lay-paper', { school: row.school }) || (actor.recognised && actor.circle.length > 0)),
  until: papersUntil(row),
});

/** The papers of a meeting that one may read oneself, because one stands on their lists. */
export const listPapersToRead: View<ById, ToReadRow, readonly PaperToRead[]> = {
  verb: 'list-papers-to-read',
  shape: 'page',
  fields: ['heading', 'document.mediaType'],
  params: byId,
  query: papersToRead,
  values: ({ id }, { person }, now) => ({ meeting: id, person, since: papersSince(now) }),
  present: (rows) => ({
    answer: rows.map(({ id, heading, mediaType }) => ({ id, heading: heading ?? '', mediaType })),
    ids: rows.map(({ id }) => id),
  }),
};

/** What of a paper is needed to hand its bytes out to somebody on its list; the journal holds it as an export. */
export const readPaper: View<z.infer<typeof ofMeeting>, PaperHeldRow, HeldRow> = {
  verb: 'read-paper',
  shape: 'one',
  fields: ['*'],
  params: ofMeeting,
  query: paperHeld,
  values: ({ meeting, id }, { person }, now) => ({ meeting, id, person, since: papersSince(now) }),
  present([row], { params }) {
    if (!row) throw new Error('a view of one record was asked to present none');
    const { scan, personId: _reader, meetingId: _meeting, concernId: _concern, ...held } = row;
    return { answer: { ...held, state: scan }, ids: [params.id] };
  },
};
