import { grantableRole } from '../people/fields.ts';
import { fold, fullName } from '../people/match-child.ts';
import { yearOf } from '../../records/reference.ts';
import { addressee as addressees, mergeFields, type Addressee, type LetterPurpose, type MergeField } from './fields.ts';
import { letterCounterOf } from './letter-counter-of.ts';
import { fieldsIn, hasGap, maySee, type NamedChild } from './merge.ts';

export interface Fault {
  readonly name: string;
  readonly message: string;
}

/** Counter of the letters of a year. */
export const letterCounter = (now: string): string => letterCounterOf(yearOf(now));

/** Letters that ask another agency for a report, or remind it. */
const aboutReports: readonly LetterPurpose[] = ['report-request', 'chaser'];
export const asksForReport = (purpose: LetterPurpose, as: Addressee): boolean =>
  as === 'professional' && aboutReports.includes(purpose);

/** Why a text cannot be a template: a field that there is not, one that its addressee may not see, or half of one. */
export function faultsOfTemplate(given: {
  readonly subject: string;
  readonly words: string;
  readonly addressee: Addressee;
}): readonly Fault[] {
  return (['subject', 'words'] as const).flatMap((name) => faultsOfText(name, given[name], given.addressee));
}

function faultsOfText(name: string, text: string, as: Addressee): readonly Fault[] {
  const faults = fieldsIn(text).flatMap((field): readonly Fault[] => {
    if (!Object.hasOwn(mergeFields, field))
      return [{ name, message: `There is no field {{${field}}}. Choose one of the list.` }];
    if (maySee(field as MergeField, as)) return [];
    const { label, why } = mergeFields[field as MergeField];
    const who = addressees[as].toLowerCase();
    return [
      { name, message: `{{${field}}} (${label}) may not go into a letter to ${article(who)}: ${why}. Take it out.` },
    ];
  });
  const rest = text.replaceAll(/\{\{[^{}]*\}\}/g, '');
  return hasGap(rest) ? [...faults, { name, message: 'A field begins with {{ and ends with }}.' }] : faults;
}

const article = (who: string) => (who === 'family' ? 'a family' : `a ${who}`);

/** Somebody of the roster who belongs to a child. */
export interface Tie {
  readonly childId: string;
  readonly name: string;
}

/** Whom a letter of a meeting concerns. */
export interface Concerned {
  readonly child?: NamedChild;
  readonly fault?: Fault;
}

const same = (one: string, other: string) => fold(one).join(' ') === fold(other).join(' ');

/**
 * Which child of a meeting a letter concerns: its only one, or the one that was chosen. A family hears of its own child and of no
 * other; where the roster says to whom somebody belongs, it is one of those.
 */
export function childConcerned(
  chosen: string | undefined,
  to: { readonly as: Addressee; readonly name: string },
  children: readonly NamedChild[],
  ties: readonly Tie[],
): Concerned {
  const fault = (message: string): Concerned => ({ fault: { name: 'child', message } });
  if (children.length === 0) return chosen === undefined ? {} : fault('Choose a child of this meeting.');
  const [only] = children;
  if (chosen === undefined && children.length > 1) return fault('Choose which child of this meeting it concerns.');
  const child = chosen === undefined ? only : children.find(({ id }) => id === chosen);
  if (!child) return fault('Choose a child of this meeting.');
  const theirs = to.as === 'family' ? ties.filter(({ name }) => same(name, to.name)).map(({ childId }) => childId) : [];
  if (theirs.length > 0 && !theirs.includes(child.id)) {
    const own = children.filter(({ id }) => theirs.includes(id)).map(fullName);
    return fault(`By the roster ${to.name} belongs to ${own.join(' and ')}. A family hears of its own child only.`);
  }
  return { child };
}

const signing = ['dsl', 'deputy', 'safeguarding-administrator'] as const;

/** The role with which somebody signs at a school; undefined where they have none that writes letters. */
export function roleOfSender(
  grants: readonly { readonly role: string; readonly school: string }[],
  school: string,
): string | undefined {
  const role = signing.find((one) => grants.some((grant) => grant.role === one && grant.school === school));
  return role && grantableRole[role];
}
