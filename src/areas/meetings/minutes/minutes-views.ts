import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import type { MinuteAddendumItem, MinuteItem, MinutesDraft, SchoolNote } from '../contract.ts';
import { minuteTexts } from '../fields.ts';
import { isMeetingActOpen, isOfOtherBody, type MeetingAct } from '../rules.ts';
import { meetingKinds } from '../kinds.ts';
import { isHeldInTeams } from '../transcript/look-at-transcript.ts';
import { mergedDraft, type MinuteText } from './minutes-draft.ts';
import {
  addendaOfMinutes,
  minutesAgreed,
  minutesOfMeeting,
  type AddendumRow,
  type DraftRow,
  type MinuteRow,
} from './minutes-queries.ts';

const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;

/** The minutes of a meeting as they are being written. */
export const readMinutes: View<ById, DraftRow, MinutesDraft> = {
  verb: 'read-minutes',
  shape: 'one',
  fields: ['meeting.draft', 'meeting.status', 'meeting.outcome', 'meeting.dissent', 'meeting.inaccuracies'],
  params: byId,
  query: minutesOfMeeting,
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present(rows, { may }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const open = (act: MeetingAct) => isMeetingActOpen(row.status, act) && may(act, row);
    const parts = rows.flatMap(({ bytes }) => (bytes === null ? [] : [{ bytes }]));
    const answer = {
      ...{ rev: row.rev, status: row.status, draft: mergedDraft(parts), mayWrite: open('write-minutes') },
      heldInTeams: isHeldInTeams(row),
      mayAgree: open('agree-minutes') && !isOfOtherBody(row.kind),
      mayKeep: open('keep-note') && isOfOtherBody(row.kind),
      ...(row.notedAt !== null && { note: noteOf(row, row.notedAt) }),
      ...(row.inaccuracies !== null && {
        inaccuracies: {
          words: row.inaccuracies,
          ...(row.inaccuraciesSentOn !== null && { sentOn: row.inaccuraciesSentOn }),
        },
      }),
      mayPublish: open('publish-minutes') && meetingKinds[row.kind].toChannel,
      mayAdd: open('add-minute-addendum'),
      maySend: open('send-minutes-outside'),
    };
    return { answer, ids: [row.id] };
  },
};

const noteOf = ({ notedByName, outcome, dissent, nextOn }: DraftRow, keptAt: string): SchoolNote => ({
  ...{ keptAt, keptByName: notedByName ?? '' },
  ...(outcome !== null && { outcome }),
  ...(dissent !== null && { dissent }),
  ...(nextOn !== null && { nextOn }),
});

const texts = Object.keys(minuteTexts) as readonly MinuteText[];

/** The agreed minutes of a meeting, point by point. */
export const listMinutes: View<ById, MinuteRow, readonly MinuteItem[]> = {
  verb: 'list-minutes',
  shape: 'page',
  fields: texts,
  params: byId,
  query: minutesAgreed,
  values: ({ id }) => ({ meeting: id }),
  present: (rows) => ({
    answer: rows.map((row) => ({
      ...{ id: row.id, pointId: row.pointId, number: row.number, part: row.part },
      ...Object.fromEntries(texts.flatMap((text) => (row[text] === null ? [] : [[text, row[text]]]))),
    })),
    ids: rows.map(({ id }) => id),
  }),
};
/** What was added to the minutes of a meeting since. */
export const listMinuteAddenda: View<ById, AddendumRow, readonly MinuteAddendumItem[]> = {
  verb: 'list-minute-addenda',
  shape: 'page',
  fields: ['words', 'writtenByName', 'writtenAt'],
  params: byId,
  query: addendaOfMinutes,
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present: (rows) => ({
    answer: rows.map(({ id, part, words, writtenByName, writtenAt }) => ({
      ...{ id, part, words, writtenByName, writtenAt },
    })),
    ids: rows.map(({ id }) => id),
  }),
};
