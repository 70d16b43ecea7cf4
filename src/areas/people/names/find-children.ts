import { closestChildren } from './closest-children.ts';
import { byName, fold, onRollFirst, squash } from '../match-child.ts';
import type { RollEntry } from '../queries.ts';

/**
 * The children whom somebody looks up: each word begins one of a child's names, former ones too, or is their form. Where none is
 * found, those whose names come near.
 * @param limit how many at most
 */
export function findChildren<T extends RollEntry>(words: string, roll: readonly T[], limit: number): readonly T[] {
  const typed = fold(words);
  if (typed.length === 0) return [];
  const found = roll.filter((child) => {
    const names = namesOf(child);
    return typed.every((word) => names.some((name) => name.startsWith(word)) || squash(child.formGroup) === word);
  });
  if (found.length === 0) return closestChildren(words, roll, limit);
  const exact = (child: T) => typed.filter((word) => namesOf(child).includes(word)).length;
  return found.toSorted((a, b) => onRollFirst(a, b) || exact(b) - exact(a) || byName(a, b)).slice(0, limit);
}

/** The words of all of a child's names, and of each name written as one word. */
function namesOf({ givenName, familyName, knownAs, formerNames }: RollEntry): readonly string[] {
  const names = [givenName, familyName, knownAs ?? '', ...(formerNames?.split('\n') ?? [])].map(fold);
  return [...names.flat(), ...names.map((name) => name.join(''))];
}
