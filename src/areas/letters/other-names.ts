import { fold, fullName } from '../people/match-child.ts';
import { createNameFinder } from '../meetings/renderings/find-names.ts';
import type { RollRow } from './roll-queries.ts';
import type { Fault } from './rules.ts';

/** Who is known around a letter. */
export interface AroundLetter {
  readonly roll: readonly RollRow[];
  /** Id of the child whom it concerns; nobody else of the roll may be named. */
  readonly child?: string | undefined;
  /** Names in full of adults who may stand in it: the staff, and whoever it goes to. */
  readonly adults: readonly string[];
}

const whole = 'whole';
/** Kinds of finding that no hand can wave through. */
const certain: readonly string[] = ['in-full', 'number', 'birthday'];

/**
 * A second look at a letter as it will go out, whoever typed the words: it names no child of the school but the one whom it concerns.
 * A whole name, a pupil number and a date of birth stop it; a single word that is a rare name does until somebody says that it means
 * nobody.
 * @returns what is wrong, in words that say where
 */
export function otherNames(
  { subject, words }: { readonly subject: string; readonly words: string },
  { roll, child, adults }: AroundLetter,
  looked: boolean,
): readonly Fault[] {
  const root = (row: RollRow) => row.mergedInto ?? row.id;
  const named = roll.find(({ id }) => id === child);
  const own = named && root(named);
  const others = roll.filter((row) => own === undefined || root(row) !== own);
  const ownNames = named ? [fullName(named), `${named.givenName} ${named.familyName}`, knownName(named)] : [];
  const hidden = others.map((row) => ({ ...row, label: '' }));
  const people = [...adults, ...ownNames];
  const find = createNameFinder({ children: [], others: hidden, staff: [], professionals: people });
  // A name that the child or an adult bears as another child does tells of nobody else.
  const borne = people.filter((name) => find([{ point: whole, text: name }]).length > 0);
  const clear = (text: string) => borne.reduce((left, name) => left.replaceAll(name, ' · '), text);
  const texts = [
    { point: 'subject', text: clear(subject) },
    { point: whole, text: clear(words) },
    ...words.split('\n').map((line, i) => ({ point: `line ${i + 1}`, text: clear(line) })),
  ];
  const found = find(texts).filter(({ kind }) => kind !== 'address' && !(looked && !certain.includes(kind)));
  if (found.length === 0) return [];
  return ['subject', 'words'].flatMap((name) => {
    const here = found.filter(({ point }) => (point === 'subject') === (name === 'subject'));
    const sure = here.filter(({ kind }) => certain.includes(kind));
    if (sure.length > 0)
      return [{ name, message: `${where(sure)} tells of another child of this school. Write it without.` }];
    if (here.length === 0) return [];
    const message = `${where(here)} holds a word by which a child of this school is called. Take it out; or look once more and say that it means nobody here.`;
    return [{ name: 'looked', message }];
  });
}

const knownName = (row: RollRow) => `${row.knownAs ?? row.givenName} ${row.familyName}`;

function where(found: readonly { readonly point: string }[]): string {
  const lines = [...new Set(found.map(({ point }) => point).filter((point) => point.startsWith('line ')))];
  if (found.some(({ point }) => point === 'subject')) return 'The subject';
  if (lines.length === 0) return 'The text';
  return lines.length === 1
    ? `Line ${lines.join('').slice(5)}`
    : `Lines ${lines.map((line) => line.slice(5)).join(', ')}`;
}

/** Whether two names are the same person’s, however they are spelt. */
export const sameName = (one: string, other: string): boolean => fold(one).join(' ') === fold(other).join(' ');
