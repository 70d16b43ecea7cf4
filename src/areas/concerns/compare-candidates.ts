import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { childrenNamed } from '../people/names/children-named.ts';
import { closestChildren } from '../people/names/closest-children.ts';
import type { ComparedPage } from './contract.ts';
import { rollCompared, type ComparedRow } from './person-queries.ts';
import { childrenIn, presentCompared } from './present-compared.ts';

/** Children beside one another; more cannot be compared at a glance, and looking up finds the rest. */
const shown = 8;

const byId = z.strictObject({ id: z.string() });

/**
 * The children who may be meant, for a lead to compare: with former names, and with as much of the date of birth as tells
 * namesakes apart. A reporter is shown `list-candidates`, which says less.
 */
export const compareCandidates: View<z.infer<typeof byId>, ComparedRow, ComparedPage> = {
  verb: 'compare-candidates',
  shape: 'one',
  fields: [
    ...['pupil.givenName', 'pupil.familyName', 'pupil.knownAs', 'pupil.formerNames', 'pupil.yearGroup'],
    ...['pupil.formGroup', 'pupil.birthDate', 'pupil.leftAt'],
  ],
  params: byId,
  query: rollCompared,
  values: ({ id }) => ({ id }),
  present(rows, { params, actor }) {
    const typed = rows[0]?.childAsTyped ?? '';
    const roll = childrenIn(rows);
    const isKept = ({ id }: { readonly id: string }) => actor.kept.children.includes(id);
    const all = closestChildren(typed, roll, shown);
    const closest = all.filter((child) => !isKept(child));
    const together = childrenNamed(typed, roll).slice(0, shown);
    return {
      answer: {
        items: presentCompared(closest, typed),
        together: together.some(isKept) ? [] : together.map(({ id }) => id),
        ...([...all, ...together].some(isKept) && { withheld: true as const }),
      },
      ids: [params.id, ...closest.map(({ id }) => id)],
    };
  },
};
