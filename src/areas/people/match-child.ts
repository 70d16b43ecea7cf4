import type { RollEntry } from './queries.ts';

/** Letters that Unicode does not take apart, as people without them on the keyboard type them. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** A name as it compares: lower case, no accents, no apostrophes, words apart at anything else. */
export function fold(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœþðı]/gu, (letter) => plain[letter] ?? letter)
    .replace(/['’ʼ`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The form as written beside a name: "7B", "Year 7 B"; compared without blanks. */
export const squash = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Neighbouring words written as one, beside the words themselves: "O Brien" may be O'Brien, and "OBroin" Ó Broin. */
export function joined(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((_, i) => [1, 2, 3].map((length) => words.slice(i, i + length).join(''))));
}

/** What a name is matched by; the same as a child of the roll, where the question is only who is meant. */
export type Named = Pick<RollEntry, 'givenName' | 'familyName' | 'knownAs' | 'formGroup'> &
  Partial<Pick<RollEntry, 'formerNames' | 'leftAt'>>;

/** Earlier names of a child, each in full. */
const formerNames = (child: Named) => (child.formerNames ? child.formerNames.split('\n').map(fold) : []);

function fits(typed: ReadonlySet<string>, names: ReadonlySet<string>, child: Named): boolean {
  const first = [...fold(child.givenName), ...fold(child.knownAs ?? '')];
  const last = fold(child.familyName);
  const family = last.every((word) => names.has(word)) || names.has(last.join(''));
  if (first.some((word) => typed.has(word)) && last.length > 0 && family) return true;
  // Of a former name it is not known where the family name begins, so all of it must be there.
  return formerNames(child).some((name) => name.length > 1 && name.every((word) => names.has(word)));
}

/** Who is on the roll before who has left. */
export const onRollFirst = (one: Named, other: Named) => Number(Boolean(one.leftAt)) - Number(Boolean(other.leftAt));

/**
 * Which children a typed name may mean: a given or known-as name and the whole family name must both occur,
 * in any order ("Marsden, Ellie 7B"), or the whole of a former name. A form group that was typed narrows several to those in it.
 * It never guesses from half a name: one wrong child is worse than one question more. Who has left comes after who is on the roll.
 */
export function matchChild<T extends Named>(typed: string, roll: readonly T[]): readonly T[] {
  const list = fold(typed);
  const [words, names] = [new Set(list), joined(list)];
  const named = roll.filter((child) => fits(words, names, child));
  const inForm = named.filter((child) => words.has(squash(child.formGroup)));
  return (named.length > 1 && inForm.length > 0 ? inForm : named).toSorted(onRollFirst);
}

type InOrder = Pick<Named, 'familyName' | 'givenName'>;
/** As a register lists them. */
export const byName = (one: InOrder, other: InOrder): number =>
  one.familyName.localeCompare(other.familyName) || one.givenName.localeCompare(other.givenName);

/** Children whose given or family name occurs in what was typed: a wider net, for a person to choose from. At most `limit`. */
export function similarChildren<T extends Named>(typed: string, roll: readonly T[], limit: number): readonly T[] {
  const words = new Set(fold(typed));
  const score = (child: T) =>
    [
      ...fold(child.givenName),
      ...fold(child.knownAs ?? ''),
      ...fold(child.familyName),
      ...formerNames(child).flat(),
    ].filter((word) => words.has(word)).length;
  return roll
    .map((child) => ({ child, hits: score(child) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => onRollFirst(a.child, b.child) || b.hits - a.hits || byName(a.child, b.child))
    .slice(0, limit)
    .map(({ child }) => child);
}

/** The name in full, as the record shows it. */
export function fullName(child: Pick<RollEntry, 'givenName' | 'familyName' | 'knownAs'>): string {
  const known = child.knownAs && child.knownAs !== child.givenName ? ` (${child.knownAs})` : '';
  return `${child.givenName}${known} ${child.familyName}`;
}
