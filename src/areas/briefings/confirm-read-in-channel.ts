import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { receiptOfPerson, type OwnReceipt } from './bulletin-queries.ts';
import { briefing, briefingReceipt, type Briefing } from './record.ts';
import { isOut, laneOf } from './rules.ts';

const input = z.strictObject({ briefing: z.string() });

interface State {
  readonly subject: Briefing | undefined;
  /** How this person was asked, where they were. */
  readonly own: readonly OwnReceipt[];
}

/**
 * Somebody on the staff says in a channel that they have read the bulletin there. Who was not asked by name gets their receipt with it,
 * so that the list of who has read it is one, wherever they read it.
 */
export const confirmReadInChannel: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'confirm-read-in-channel',
  input,
  needs: ({ briefing: id }, { person }) => ({
    subject: one(briefing, id),
    own: rows(receiptOfPerson, { briefing: id, person }),
  }),
  decide({ subject, own: [own] }, _input, { actor, now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isOut(subject)) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (own && own.readAt !== null) return { ok: false, problem: { code: 'already-done' } };
    const { id, school } = subject;
    const read = { briefingId: id, personId: actor.person, personName: actor.name, askedAt: now, readAt: now };
    const put: RecordPatch = own
      ? { kind: 'update', type: briefingReceipt, id: own.id, rev: own.rev, values: { readAt: now } }
      : create(briefingReceipt, { id: newId(), school }, read);
    return {
      ok: true,
      change: {
        ...{ put: [put], lane: laneOf(id), entries: [] },
        // The card that may lie in their own chat.
        effects: [{ kind: 'refresh', to: actor.person, about: id }],
      },
      answer: null,
    };
  },
};
