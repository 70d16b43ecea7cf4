import type { RecordType } from '../records/define-record.ts';
import type { Field } from '../records/fields.ts';

/** Digits of Lantern’s own ids. */
const ownId = 32;

const isId = (name: string, field: Field) => field.kind === 'text' && (field.max === ownId || name.endsWith('Id'));

/** One index of a record's table. */
export interface AskedColumns {
  /** The fields, in their order. */
  readonly fields: readonly string[];
  /** All columns of the index. */
  readonly columns: readonly string[];
}

/**
 * What the questions of the screens and acts find a record's rows by. Lists are asked for by school; what hangs on another record, or
 * on a person, is asked for by its id, whichever school that is in: there the id comes first, or every row of the tenant is walked.
 */
export const askedColumns = (type: RecordType): readonly AskedColumns[] => [
  ...Object.entries(type.fields).flatMap(([name, field]): readonly AskedColumns[] => {
    if (!field.indexed) return [];
    const columns = isId(name, field) ? ['tenant', name, 'school', 'id'] : ['tenant', 'school', name, 'id'];
    return [{ fields: [name], columns }];
  }),
  ...(type.askedBy ?? []).map((fields) => ({ fields, columns: ['tenant', 'school', ...fields, 'id'] })),
];
