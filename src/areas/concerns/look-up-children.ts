import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { findChildren } from '../people/names/find-children.ts';
import type { FoundChildren } from './contract.ts';
import { rollCompared, type ComparedRow } from './person-queries.ts';
import { childrenIn, presentCompared } from './present-compared.ts';

/** Children found at once; another letter narrows them. */
const shown = 12;

const params = z.strictObject({
  id: z.string(),
  words: z
    .string()
    .max(200)
    .regex(/[\p{L}\p{N}].*[\p{L}\p{N}]/u, 'Write at least two letters of a name.'),
});

/** A lead looks up any child of the concern's school. The journal says who was found, never what was typed. */
export const lookUpChildren: View<z.infer<typeof params>, ComparedRow, FoundChildren> = {
  verb: 'look-up-children',
  shape: 'one',
  fields: [
    ...['pupil.givenName', 'pupil.familyName', 'pupil.knownAs', 'pupil.formerNames', 'pupil.yearGroup'],
    ...['pupil.formGroup', 'pupil.birthDate', 'pupil.leftAt'],
  ],
  params,
  query: rollCompared,
  values: ({ id }) => ({ id }),
  present(rows, { params: { id: concern, words }, actor }) {
    const found = findChildren(words, childrenIn(rows), shown + 1);
    const first = found.slice(0, shown);
    const page = first.filter(({ id }) => !actor.kept.children.includes(id));
    return {
      answer: {
        items: presentCompared(page, words),
        more: found.length > shown,
        ...(page.length < first.length && { withheld: true as const }),
      },
      ids: [concern, ...page.map(({ id }) => id)],
    };
  },
};
