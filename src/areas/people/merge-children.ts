import type { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { rosterLane } from './import-roster.ts';
import { namesGiven, withNames } from './merged-names.ts';
import { recordsMergedInto } from './merge-queries.ts';
import { mergeInput } from './merge-input.ts';
import { pupil, type Pupil } from './record.ts';

const input = mergeInput('Write why they are one child.');

interface State {
  readonly subject: Pupil | undefined;
  readonly other: Pupil | undefined;
  readonly below: readonly object[];
}

/**
 * A lead says that two records of one school are one child. One goes on and is found by the names of both; the other points to it.
 * Nothing is deleted or rewritten: concerns keep the record that they were decided with, and reading follows the pointer.
 * There is no chain: a record that others point to goes on or is taken apart first, for to repoint those would be a second
 * decision that nobody made, and taking this one back could not undo it.
 */
export const mergeChildren: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'merge-children',
  input,
  needs: ({ child, other }) => ({
    subject: one(pupil, child),
    other: one(pupil, other),
    below: rows(recordsMergedInto, { id: other }),
  }),
  decide({ subject, other, below }, { rev, otherRev, reason }, { actor }) {
    // A record of another school, or of a child from whom they are kept, is as little found as one that is not there.
    if (!subject || other?.school !== subject.school || actor.kept.children.includes(other.id))
      return { ok: false, problem: { code: 'not-found' } };
    if (other.id === subject.id) return fault('Choose another record than this one.');
    if (other.mergedInto === subject.id) return { ok: false, problem: { code: 'already-done' } };
    if (subject.mergedInto !== undefined || other.mergedInto !== undefined)
      return fault('One of the two goes on as another record already. Take that back first.');
    if (below.length > 0)
      return fault(
        'Another record goes on as this one. Open it and add the record that you are at, or take that back.',
      );
    if (rev !== subject.rev || otherRev !== other.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const given = namesGiven(subject, other);
    const merged = { mergedInto: subject.id, mergedNames: given.join('\n') || null, mergedReason: reason };
    const kind = 'update' as const;
    const put = [
      // Also where it gains no name: whoever decides about it at the same moment has to look again.
      { kind, type: pupil, id: subject.id, rev, values: { formerNames: withNames(subject, given) } },
      { kind, type: pupil, id: other.id, rev: otherRev, values: merged },
    ];
    // In the lane of the rosters, which make and change the same rows: the writes to one row keep their order.
    return { ok: true, change: { put, lane: rosterLane, entries: [], effects: [] }, answer: null };
  },
};

const fault = (message: string) => ({
  ok: false as const,
  problem: { code: 'invalid-input' as const, fields: [{ name: 'other', message }] },
});
