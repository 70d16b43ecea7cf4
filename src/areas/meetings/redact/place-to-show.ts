import { createHiding } from './hide-children.ts';
import { spellingsOf } from './spellings.ts';
import type { HiddenChild } from './who-is-hidden.ts';
import { goOn, wordsOf } from './words.ts';

/** Words of one name at most. */
const longestName = 6;

/** Whom a place might name. */
export interface Nameable {
  /** Whom the meeting is about: neither their names nor their initials may stand. */
  readonly about: readonly HiddenChild[];
  /** Every other child of the school, and who belongs to them: their initials are too many to mean anybody. */
  readonly others: readonly HiddenChild[];
}

/**
 * A place as a calendar may show it, which assistants and telephones do too.
 * @returns the empty string where it might name a child or somebody of their family: half a place helps nobody
 */
export const placeToShow = (place: string, { about, others }: Nameable): string =>
  createHiding(about)(place) !== place || names(place, others) ? '' : place;

/** "Main Hall" is a room, though some child is called Hall: a name that is also a word counts only with another beside it. */
function names(text: string, children: readonly HiddenChild[]): boolean {
  const spelt = new Set(children.flatMap(spellingsOf).flatMap(({ key, ordinary }) => (ordinary ? [] : [key])));
  const words = wordsOf(text);
  return words.some((first, from) => {
    for (let length = 1, key = first.folded; length <= longestName; length++) {
      // "Ellies mum": the apostrophe is often forgotten.
      if (spelt.has(key) || (/^.{3,}s$/u.test(key) && spelt.has(key.slice(0, -1)))) return true;
      const [last, next] = [words[from + length - 1], words[from + length]];
      if (!last || !next || !goOn(text, last, next)) return false;
      key += next.folded;
    }
    return false;
  });
}
