import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import {
  concernUrgency,
  decisionFields,
  levelOfNeed,
  parentContactState,
  routedLineFields,
  triageOutcome,
} from './fields.ts';
import { judge, type JudgeState } from './judge.ts';
import { concern } from './record.ts';
import { rolesAtConcern } from './triage-queries.ts';

const idsOf = <K extends string>(choices: Readonly<Record<K, string>>) => z.enum(Object.keys(choices) as [K, ...K[]]);
const text = ({ max }: { readonly max: number }) => z.string().trim().min(1, 'Write something here.').max(max);

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  outcome: idsOf(triageOutcome),
  urgency: idsOf(concernUrgency),
  reason: text(decisionFields.reason),
  parents: idsOf(parentContactState),
  levelOfNeed: z.exactOptional(idsOf(levelOfNeed)),
  nextStep: z.exactOptional(text(decisionFields.nextStep)),
  parentsReason: z.exactOptional(text(decisionFields.parentsReason)),
  childVoice: z.exactOptional(text(decisionFields.childVoice)),
  line: z.exactOptional(text(routedLineFields.line)),
});

/** A lead judges a concern, or judges it anew. */
export const triageConcern: UseCase<z.infer<typeof input>, JudgeState, { readonly ref: string }> = {
  verb: 'triage-concern',
  input,
  needs: ({ concern: id }) => ({ subject: one(concern, id), holders: rows(rolesAtConcern, { id }) }),
  decide: (state, { concern: _id, rev, ...said }, context) => judge('triage-concern', state, said, rev, context),
};
