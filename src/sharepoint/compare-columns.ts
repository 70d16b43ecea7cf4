import { z } from 'zod';
import type { Column } from './columns.ts';

/** A column as Graph shows it; facets that Lantern does not use are let through unseen. */
export const columnAnswer = z.object({
  id: z.string().min(1),
  name: z.string(),
  indexed: z.boolean().optional(),
  enforceUniqueValues: z.boolean().optional(),
  text: z.looseObject({ allowMultipleLines: z.boolean().optional() }).nullish(),
  choice: z.looseObject({}).nullish(),
  boolean: z.looseObject({}).nullish(),
  number: z.looseObject({}).nullish(),
});
export type FoundColumn = z.infer<typeof columnAnswer>;

export interface Comparison {
  readonly missing: readonly Column[];
  /** Columns that lack their index or uniqueness, with the change that gives it. */
  readonly unindexed: readonly { readonly id: string; readonly name: string; readonly mend: object }[];
  /** Columns of another kind than ours: to change them could destroy what a school has written there. */
  readonly faults: readonly string[];
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
    unindexed: present
      .filter(
        ({ column, there }) =>
          lacks(column.indexed, there.indexed) || lacks(column.enforceUniqueValues, there.enforceUniqueValues),
      )
      .map(({ column, there }) => ({
        id: there.id,
        name: column.name,
        mend: { indexed: true, ...(column.enforceUniqueValues && { enforceUniqueValues: true }) },
      })),
    faults: present
      .filter(({ column, there }) => kindOf(column) !== kindOf(there))
      .map(({ column, there }) => `${column.name} is ${kindOf(there)}, and Lantern needs ${kindOf(column)}`),
  };
}

const lacks = (wanted: true | undefined, there: boolean | undefined): boolean => wanted === true && there !== true;

function kindOf(column: Column | FoundColumn): string {
  const kind = kinds.find((facet) => column[facet] !== undefined && column[facet] !== null) ?? 'of another kind';
  const many = column.text && 'allowMultipleLines' in column.text && column.text.allowMultipleLines === true;
  return many ? 'text of several lines' : kind;
}
