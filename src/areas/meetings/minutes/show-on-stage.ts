import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import type { StageDecisions } from '../contract.ts';
import { meeting, type Meeting } from '../record.ts';
import { decisionsForStage } from '../renderings/decisions-for-stage.ts';
import { materialOf } from '../renderings/material-of.ts';
import { partsWhileWritten, type RenderingRow } from '../renderings/rendering-queries.ts';
import { isMeetingActOpen } from '../rules.ts';
import { readDraft, type DraftPart } from './minutes-draft.ts';
import { draftOf, keptFromAgenda } from './minutes-queries.ts';

const input = z.strictObject({ meeting: z.string() });

interface State {
  readonly subject: Meeting | undefined;
  readonly parts: readonly DraftPart[];
  readonly held: readonly RenderingRow[];
  readonly kept: readonly object[];
}

/** Gives out the decisions of the minutes that are being written as a whole room may see them. It changes nothing. */
export const showOnStage: UseCase<z.infer<typeof input>, State, StageDecisions> = {
  verb: 'read-minutes',
  input,
  needs: ({ meeting: id }, { person }) => ({
    subject: one(meeting, id),
    parts: rows(draftOf, { subject: id }),
    held: rows(partsWhileWritten, { meeting: id, person }),
    kept: rows(keptFromAgenda, { meeting: id, person }),
  }),
  decide({ subject, parts, held, kept }) {
    if (!subject || kept.length > 0) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'write-minutes')) return { ok: false, problem: { code: 'already-done' } };
    // A meeting has its chair among its people; without any row it was closed meanwhile.
    const answer =
      held.length === 0 ? { shown: false, points: [] } : decisionsForStage(materialOf(held), readDraft(parts));
    return { ok: true, change: { put: [], entries: [], effects: [] }, answer };
  },
};
