import { childrenNamed } from './children-named.ts';
import { compareChild, type Compared } from './compare-child.ts';
import { byName, matchChild, onRollFirst } from '../match-child.ts';
import type { RollEntry } from '../queries.ts';

const order: readonly Compared['why'][] = ['former-name', 'similar-name', 'family-name', 'given-name'];

/**
 * The children whom a lead compares: those whom the name fits, or else those whose names come near it, by spelling or by sound.
 * @param limit how many at most
 */
export function closestChildren<T extends RollEntry>(typed: string, roll: readonly T[], limit: number): readonly T[] {
  const fitting = [...new Set([...childrenNamed(typed, roll), ...matchChild(typed, roll)])];
  if (fitting.length > 0) return fitting.slice(0, limit);
  const compare = compareChild(typed);
  return roll
    .map((child) => ({ child, rank: rankOf(compare(child)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => onRollFirst(a.child, b.child) || a.rank - b.rank || byName(a.child, b.child))
    .slice(0, limit)
    .map(({ child }) => child);
}

/** A likeness in both names counts before one in either; below 0: not like it at all. */
function rankOf({ why, given, known, family }: Compared): number {
  const near = (parts: Compared['given']) => parts.some(({ as }) => as !== 'other');
  const both = near([...given, ...known]) && near(family);
  const rank = order.indexOf(why);
  return rank < 0 || both ? rank : rank + order.length;
}
