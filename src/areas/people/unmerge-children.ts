import type { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { rosterLane } from './import-roster.ts';
import { withoutNames } from './merged-names.ts';
import { mergeInput } from './merge-input.ts';
import { pupil, type Pupil } from './record.ts';

const input = mergeInput('Write why they are two children.');

interface State {
  readonly subject: Pupil | undefined;
  readonly other: Pupil | undefined;
}

/**
 * A lead sees that two records are two children after all. Each stands by itself again, with the concerns that were decided with
 * it; those decided since stay with the one that went on. It loses exactly the names that it was given for the other.
 */
export const unmergeChildren: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'unmerge-children',
  input,
  needs: ({ child, other }) => ({ subject: one(pupil, child), other: one(pupil, other) }),
  decide({ subject, other }, { rev, otherRev, reason }) {
    if (!subject || other?.school !== subject.school) return { ok: false, problem: { code: 'not-found' } };
    if (other.mergedInto !== subject.id) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev || otherRev !== other.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const formerNames = withoutNames(subject, other.mergedNames);
    const kind = 'update' as const;
    const put = [
      { kind, type: pupil, id: subject.id, rev, values: { formerNames } },
      {
        kind,
        type: pupil,
        id: other.id,
        rev: otherRev,
        values: { mergedInto: null, mergedNames: null, mergedReason: reason },
      },
    ];
    return { ok: true, change: { put, lane: rosterLane, entries: [], effects: [] }, answer: null };
  },
};
