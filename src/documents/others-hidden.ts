import type { FamilyName, RollChild } from '../areas/meetings/papers/papers-queries.ts';
import { createHiding } from '../areas/meetings/redact/hide-children.ts';
import { childLabel, type HiddenChild } from '../areas/meetings/redact/who-is-hidden.ts';
import { fold, fullName, matchChild } from '../areas/people/match-child.ts';

/** Who is known in the school, for a paper in the file of one child. */
export interface Known {
  /** The child in whose file the paper is put. */
  readonly child: string;
  /** Children whom the meeting was about or spoke of, in the order of their letters. */
  readonly spokenOf: readonly string[];
  /** Names of children who are in its concerns and not on the roll. */
  readonly strangers: readonly string[];
  readonly roll: readonly RollChild[];
  readonly families: readonly FamilyName[];
  readonly staff: readonly string[];
}

const oneName = (name: string) => fold(name).join(' ');

/**
 * What takes every child but one out of a text: those the meeting spoke of, with all that tells who they are, and whoever of the
 * whole roll the text names in full.
 * @param text all that the paper will say
 */
export function othersHidden({ child, spokenOf, strangers, roll, families, staff }: Known, text: string) {
  // Two records that are one child are one child here.
  const goesOnAs = new Map(roll.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const same = (one: string, other: string) => (goesOnAs.get(one) ?? one) === (goesOnAs.get(other) ?? other);
  const familyOf = (id: string) =>
    families.filter(({ pupilId }) => same(pupilId, id)).map((held) => `${held.givenName} ${held.familyName}`);
  const own = roll.filter(({ id }) => same(id, child));
  const ownFamily = new Set(familyOf(child).map(oneName));
  const ownGiven = new Set(own.flatMap((held) => [held.givenName, held.knownAs ?? '']).map(oneName));
  /** A given name that they share stays: in this file it means this child. */
  const shared = (name: string) => ownGiven.has(oneName(name));

  const letters = [...new Set(spokenOf.map((id) => goesOnAs.get(id) ?? id))];
  const named = new Set(matchChild(text, roll).map(({ id }) => id));
  const hidden = roll
    .filter(({ id }) => !same(id, child) && (named.has(id) || letters.includes(goesOnAs.get(id) ?? id)))
    .map((held): HiddenChild => {
      const letter = letters.indexOf(goesOnAs.get(held.id) ?? held.id);
      return {
        ...held,
        label: letter < 0 ? 'another child' : childLabel(letter),
        givenName: shared(held.givenName) ? '' : held.givenName,
        knownAs: shared(held.knownAs ?? '') ? null : held.knownAs,
        family: familyOf(held.id).filter((name) => !ownFamily.has(oneName(name))),
      };
    });
  const unknown = strangers.map((name): HiddenChild => {
    const words = name.trim().split(/\s+/u);
    return { label: 'another child', givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' };
  });
  const all = [...hidden, ...unknown];
  const kept = [
    ...staff,
    ...own.flatMap((held) => [fullName(held), `${held.givenName} ${held.familyName}`]),
    ...familyOf(child),
  ];
  return {
    // With nobody to hide, not even a telephone number has to go: it is this child’s file.
    hide: all.length === 0 ? (words: string) => words : createHiding(all, kept),
    isOwnFamily: (name: string) => ownFamily.has(oneName(name)),
  };
}
