import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { conflictOfConcern, type ConflictRow } from './queries.ts';
import { concern, type Concern } from './record.ts';
import { isTakeable } from './rules.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  /** Field name -> whose value shall stand: what was done in Lantern, or what stands in SharePoint. */
  keep: z.record(z.string(), z.enum(['lantern', 'sharepoint'])),
});

interface State {
  readonly subject: Concern | undefined;
  readonly differences: readonly ConflictRow[];
}

/**
 * A lead says what shall stand where somebody changed in SharePoint what an act in Lantern changes too, and the filing that
 * had stopped goes on; without differences it is only tried again. What they keep of SharePoint becomes Lantern's too.
 */
export const settleFiling: UseCase<z.infer<typeof input>, State, { readonly ref: string }> = {
  verb: 'settle-filing',
  input,
  needs: ({ concern: id }) => ({ subject: one(concern, id), differences: rows(conflictOfConcern, { id }) }),
  decide({ subject, differences }, { rev, keep }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const open = differences.filter(({ field }) => field !== null);
    const fields = open.map(({ field }) => field ?? '');
    const unclear = open.filter((row) => !isDecided(row, keep[row.field ?? '']));
    if (unclear.length > 0 || Object.keys(keep).some((field) => !fields.includes(field))) {
      const message = 'Choose for each line what shall stand.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'keep', message }] } };
    }
    const theirs = valuesOf(open.filter(({ field }) => keep[field ?? ''] === 'sharepoint'));
    const ours = valuesOf(open.filter(({ field }) => keep[field ?? ''] === 'lantern'));
    const adopted = Object.keys(theirs).length > 0;
    return {
      ok: true,
      change: {
        put: adopted ? [{ kind: 'update', type: concern, id: subject.id, rev: subject.rev, values: theirs }] : [],
        settle: { type: concern, id: subject.id, drop: Object.keys(theirs), base: ours },
        entries: [{ about: subject.id, what: 'filing-settled' }],
        effects: [{ kind: 'refresh', to: '', about: subject.id }],
      },
      answer: { ref: subject.ref ?? '' },
    };
  },
};

const isDecided = (row: ConflictRow, kept: 'lantern' | 'sharepoint' | undefined): boolean =>
  kept === 'lantern' || (kept === 'sharepoint' && isTakeable(row.field ?? '', read(row.theirs)));

/** What SharePoint holds, field by field. */
const valuesOf = (found: readonly ConflictRow[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(found.map(({ field, theirs }) => [field ?? '', read(theirs)]));

const read = (json: string | null): unknown => JSON.parse(json ?? 'null');
