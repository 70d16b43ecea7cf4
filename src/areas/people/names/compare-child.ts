import type { nameLikeness, whyOffered } from '../fields.ts';
import { fold, joined, squash, type Named } from '../match-child.ts';
import { similarTo } from './similar-to.ts';

/** A piece of a name, and how it stands to what was written. */
export interface NamePart {
  readonly text: string;
  readonly as: keyof typeof nameLikeness;
}

export interface Compared {
  readonly why: keyof typeof whyOffered;
  readonly given: readonly NamePart[];
  readonly family: readonly NamePart[];
  readonly known: readonly NamePart[];
  /** Each former name by itself. */
  readonly former: readonly (readonly NamePart[])[];
  /** A year or a form was written, and this child is in another one. */
  readonly yearDiffers: boolean;
  readonly formDiffers: boolean;
}

type Comparable = Named & { readonly yearGroup: string };

const isForm = /^(?:[1-9]|1[0-3])[a-z]{1,3}$/;
const yearWritten = /\b(?:year|yr|y)\s*(1[0-3]|[1-9])\b/giu;

/**
 * Holds children of the roll against what somebody wrote.
 * @param typed letter for letter as it was written
 * @returns a function that says of each child why they may be meant, and which parts of their name were written
 */
export function compareChild(typed: string): (child: Comparable) => Compared {
  const words = fold(typed);
  const names = joined(words);
  const similar = similarTo(words);
  const forms = words.filter((word) => isForm.test(word));
  const years = new Set([
    ...[...typed.matchAll(yearWritten)].map(([, year]) => year),
    ...forms.map((form) => /^\d+/.exec(form)?.[0]),
  ]);
  const likeness = (text: string): NamePart['as'] => {
    const folded = fold(text);
    if (folded.length > 0 && (folded.every((word) => names.has(word)) || names.has(folded.join('')))) return 'same';
    return folded.some(similar) || similar(folded.join('')) ? 'similar' : 'other';
  };
  const parts = (name: string): readonly NamePart[] => {
    const whole = likeness(name);
    if (whole === 'same') return [{ text: name, as: whole }];
    return name.split(/(?<=[\s-])/u).map((text) => ({ text, as: likeness(text) }));
  };
  return (child) => {
    const given = parts(child.givenName);
    const family = parts(child.familyName);
    const known = child.knownAs ? parts(child.knownAs) : [];
    const former = child.formerNames ? child.formerNames.split('\n').map(parts) : [];
    const year = /\d+/.exec(child.yearGroup)?.[0];
    return {
      ...{ given, family, known, former, why: whyOf(given, family, known, former) },
      yearDiffers: year !== undefined && years.size > 0 && !years.has(year),
      formDiffers: forms.length > 0 && !forms.includes(squash(child.formGroup)),
    };
  };
}

const all = (parts: readonly NamePart[], as: NamePart['as']) => parts.length > 0 && parts.every((one) => one.as === as);
const some = (parts: readonly NamePart[], as: NamePart['as']) => parts.some((one) => one.as === as);

function whyOf(
  given: readonly NamePart[],
  family: readonly NamePart[],
  known: readonly NamePart[],
  former: readonly (readonly NamePart[])[],
): Compared['why'] {
  const wholeFamily = all(family, 'same');
  if (wholeFamily && some(given, 'same')) return 'name';
  if (wholeFamily && some(known, 'same')) return 'known-as';
  if (former.some((name) => all(name, 'same'))) return 'former-name';
  const first = [...given, ...known];
  if (some(first, 'similar') && (some(family, 'same') || some(family, 'similar'))) return 'similar-name';
  if (some(first, 'same') && some(family, 'similar')) return 'similar-name';
  if (some(family, 'same')) return 'family-name';
  if (some(first, 'same')) return 'given-name';
  if (former.some((name) => some(name, 'same'))) return 'former-name';
  return some([...first, ...family], 'similar') ? 'similar-name' : 'looked-up';
}
