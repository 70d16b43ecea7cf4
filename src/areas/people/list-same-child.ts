import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { OtherRecord, SameChild } from './child-contract.ts';
import { fullName } from './match-child.ts';
import { sameChild, type SameRow } from './merge-queries.ts';
import { compareChild, type Compared } from './names/compare-child.ts';

const byId = z.strictObject({ id: z.string() });

/** Likenesses of a whole name. A family name alone is a twin's too. */
const alike: ReadonlySet<Compared['why']> = new Set(['name', 'known-as', 'former-name', 'similar-name']);

/**
 * Which other records of the school are of the same child, as a person has said; and which may be, by the day of birth and the
 * name. Only a person who knows them can tell: twins may have names that are alike.
 */
export const listSameChild: View<z.infer<typeof byId>, SameRow, SameChild> = {
  verb: 'list-same-child',
  shape: 'one',
  fields: [
    ...['givenName', 'familyName', 'knownAs', 'formerNames', 'yearGroup', 'formGroup', 'birthDate', 'leftAt'],
    ...['mergedInto', 'mergedReason'],
  ],
  params: byId,
  query: sameChild,
  values: ({ id }) => ({ id }),
  present(rows, { params, actor }) {
    const others = rows.filter((row): row is Other => row.id !== null && !actor.kept.children.includes(row.id));
    const goesOn = others.find(({ id, ownMergedInto }) => id === ownMergedInto);
    const merged = others.filter(({ mergedInto, child }) => mergedInto === child);
    const maybe = others.filter((row) => row.mergedInto === null && row.ownMergedInto === null && isAlike(row));
    const answer = {
      ...(goesOn && { goesOnAs: presentOther(goesOn) }),
      merged: merged.map((row) => ({
        ...presentOther(row),
        ...(row.mergedReason !== null && { reason: row.mergedReason }),
      })),
      maybe: maybe.map(presentOther),
    };
    const shown = [...(goesOn ? [goesOn] : []), ...merged, ...maybe];
    return { answer, ids: [params.id, ...shown.map(({ id }) => id)] };
  },
};

type Named = 'id' | 'givenName' | 'familyName' | 'yearGroup' | 'formGroup';
type Other = Omit<SameRow, Named | 'rev'> & { readonly [K in Named]: string } & { readonly rev: number };

const isAlike = (row: Other) => {
  const own = [row.ownGiven, row.ownKnownAs, row.ownFamily, row.ownFormer].filter((name) => name !== null);
  return alike.has(compareChild(own.join(' '))(row).why);
};

/** Field by field: nothing that is not named here leaves the server. */
const presentOther = (row: Other): OtherRecord => ({
  ...{ id: row.id, rev: row.rev, name: fullName(row), givenName: row.givenName, familyName: row.familyName },
  ...(row.knownAs && { knownAs: row.knownAs }),
  formerNames: row.formerNames ? row.formerNames.split('\n') : [],
  ...{ yearGroup: row.yearGroup, formGroup: row.formGroup },
  ...(row.birthDate && { birthDate: row.birthDate }),
  ...(row.leftAt !== null && { leftAt: row.leftAt }),
});
