import { z } from 'zod';
import type { Column } from './columns.ts';

/** A column as Graph shows it; facets that Lantern does not use are let through unseen. */
export const columnAnswer = z.object({
  id: z.string().min(1),
  name: z.string(),
  indexed: z.boolean().optional(),
  enforceUniqueValues: z.boolean().optional(),
  text: z.looseObject({ allowMultipleLines: z.boolean().optional(), maxLength: z.number().nullish() }).nullish(),
  choice: z
    .looseObject({
      choices: z.array(z.string()).nullish(),
      allowTextEntry: z.boolean().nullish(),
      displayAs: z.string().nullish(),
    })
    .nullish(),
  boolean: z.looseObject({}).nullish(),
  number: z.looseObject({}).nullish(),
});
export type FoundColumn = z.infer<typeof columnAnswer>;

/** What a column can be given without touching a row. */
export type Lack = 'index' | 'uniqueness' | 'width' | 'choices';

export interface Mendable {
  readonly id: string;
  readonly name: string;
  readonly lacks: readonly Lack[];
  /** The change that gives it all of that. */
  readonly mend: object;
}

/** A column of another kind than ours: to change it could destroy what a school has written there. */
export interface OtherKind {
  readonly name: string;
  readonly is: string;
  readonly needed: string;
}

export interface Comparison {
  readonly missing: readonly Column[];
  readonly mendable: readonly Mendable[];
  readonly otherKinds: readonly OtherKind[];
}

const kinds = ['text', 'choice', 'boolean', 'number'] as const;

/** What a list lacks. Columns that a school added for itself are its own and are not looked at. */
export function compareColumns(wanted: readonly Column[], found: readonly FoundColumn[]): Comparison {
  const byName = new Map(found.map((column) => [column.name, column]));
  const present = wanted.flatMap((column) => {
    const there = byName.get(column.name);
    return there ? [{ column, there }] : [];
  });
  return {
    missing: wanted.filter(({ name }) => !byName.has(name)),
    mendable: present.flatMap(({ column, there }) => mendableIn(column, there) ?? []),
    otherKinds: present
      .filter(({ column, there }) => kindOf(column) !== kindOf(there))
      .map(({ column, there }) => ({ name: column.name, is: kindOf(there), needed: kindOf(column) })),
  };
}

function mendableIn(column: Column, there: FoundColumn): Mendable | undefined {
  // Of another kind, nothing of it is ours to change.
  if (kindOf(column) !== kindOf(there)) return undefined;
  const gifts = [indexIn(column, there), widthIn(column, there), choicesIn(column, there)];
  const given = gifts.filter((gift) => gift !== undefined);
  if (given.length === 0) return undefined;
  const mend = Object.assign({}, ...given.map((gift) => gift.mend)) as object;
  return { id: there.id, name: column.name, lacks: given.flatMap(({ lacks }) => lacks), mend };
}

type Gift = Pick<Mendable, 'lacks' | 'mend'> | undefined;

/** Graph makes a column unique only with its index, so both are said. */
function indexIn(column: Column, there: FoundColumn): Gift {
  const index = column.indexed === true && there.indexed !== true;
  const uniqueness = column.enforceUniqueValues === true && there.enforceUniqueValues !== true;
  if (!index && !uniqueness) return undefined;
  return {
    lacks: [...(index ? (['index'] as const) : []), ...(uniqueness ? (['uniqueness'] as const) : [])],
    mend: { indexed: true, ...(column.enforceUniqueValues && { enforceUniqueValues: true }) },
  };
}

/** A line that is shorter than ours refuses what Lantern took from a person. */
function widthIn(column: Column, there: FoundColumn): Gift {
  if (!column.text || !('maxLength' in column.text)) return undefined;
  const { maxLength } = column.text;
  if (typeof there.text?.maxLength !== 'number' || there.text.maxLength >= maxLength) return undefined;
  return { lacks: ['width'], mend: { text: { maxLength } } };
}

/** Choices that a school added stay; ours are added to them, and a newer Lantern may file one that is not listed yet. */
function choicesIn(column: Column, { choice: there }: FoundColumn): Gift {
  if (!column.choice || !there) return undefined;
  const listed = there.choices ?? [];
  const lacking = column.choice.choices.filter((one) => !listed.includes(one));
  if (lacking.length === 0 && there.allowTextEntry === true) return undefined;
  const displayAs = there.displayAs ?? column.choice.displayAs;
  return {
    lacks: ['choices'],
    mend: { choice: { choices: [...listed, ...lacking], allowTextEntry: true, displayAs } },
  };
}

function kindOf(column: Column | FoundColumn): string {
  const kind = kinds.find((facet) => column[facet] !== undefined && column[facet] !== null) ?? 'of another kind';
  const many = column.text && 'allowMultipleLines' in column.text && column.text.allowMultipleLines === true;
  return many ? 'text of several lines' : kind;
}
