import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import { meetingHeldInTeams, type HeldInTeamsRow } from './transcript-queries.ts';

const params = z.strictObject({ id: z.string() });

/** Where Teams keeps what was said: whose meeting it is, and by which event it is found. */
export interface HeldInTeams {
  /** Entra object id. */
  readonly organiser: string;
  readonly event: string;
}

/** Whether a meeting stands in a calendar as one in Teams, so that a transcript of it can be looked for. */
export const isHeldInTeams = ({ online, eventId }: Pick<HeldInTeamsRow, 'online' | 'eventId'>): boolean =>
  Boolean(online) && eventId !== null;

/** Whoever may write the minutes of a meeting that was held in Teams may look at what Teams wrote down. Each time is a look. */
export const lookAtTranscript: View<z.infer<typeof params>, HeldInTeamsRow, HeldInTeams> = {
  ...{ verb: 'look-at-transcript', shape: 'one', fields: ['meeting.eventId'], params, query: meetingHeldInTeams },
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present([row]) {
    if (!row) throw new Error('a view of one record was asked to present none');
    return { answer: { organiser: row.calledById, event: row.eventId ?? '' }, ids: [row.id] };
  },
};
