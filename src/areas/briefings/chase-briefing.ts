import { z } from 'zod';
import type { Effect, UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import type { ChasedBriefing } from './contract.ts';
import { reachedOf } from './present.ts';
import { receiptsOfBriefing, type ReceiptRow } from './queries.ts';
import { briefing, type Briefing } from './record.ts';
import { isOut, laneOf, mayChaseToday, spread, stateOf } from './rules.ts';

const input = z.strictObject({ briefing: z.string(), rev: z.int() });

interface State {
  readonly subject: Briefing | undefined;
  readonly receipts: readonly ReceiptRow[];
}

/**
 * Reminds everybody who has not read a briefing and can be reached: once a day at most, for who is reminded oftener reads no more.
 * Whom no card has reached yet, because they had no chat with Lantern, gets the briefing itself.
 */
export const chaseBriefing: UseCase<z.infer<typeof input>, State, ChasedBriefing> = {
  verb: 'chase-briefing',
  input,
  needs: ({ briefing: id }) => ({ subject: one(briefing, id), receipts: rows(receiptsOfBriefing, { briefing: id }) }),
  decide({ subject, receipts }, { rev }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isOut(subject) || !mayChaseToday(subject, now)) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const open = receipts.map((row) => ({
      person: row.personId,
      chat: Number(row.chat) === 1,
      is: stateOf(reachedOf(row)),
    }));
    const chased = open.filter(
      ({ chat, is }) => chat && (is === 'opened' || is === 'delivered' || is === 'on-its-way'),
    );
    if (chased.length === 0) return { ok: false, problem: { code: 'already-done' } };
    // On its way on a later day: they have had a chat only since.
    const effects = chased.map(({ person, is }): Effect => ({
      ...{ kind: is === 'on-its-way' ? 'briefing-sent' : 'briefing-chased', to: person, about: subject.id },
    }));
    return {
      ok: true,
      change: {
        put: [update(briefing, subject, { chasedAt: now, chasedByName: actor.name })],
        lane: laneOf(subject.id),
        entries: [],
        effects: spread(effects),
      },
      answer: { chased: chased.length, unreachable: open.filter(({ is }) => is === 'unreachable').length },
    };
  },
};
