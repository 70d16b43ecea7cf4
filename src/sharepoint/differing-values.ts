import type { Difference } from '../ports/generation.ts';
import type { RecordType } from '../records/define-record.ts';
import type { Field } from '../records/fields.ts';
import { alike } from './merge.ts';
import { cell } from './rows.ts';

/** As a record holds it: projections know a flag as 0 or 1. */
const held = (field: Field, stored: unknown): unknown =>
  field.kind === 'flag' && typeof stored === 'number' ? stored === 1 : (stored ?? null);

/**
 * Of differences letter for letter, those that somebody made: SharePoint ends lines in its own way, trims, and shows a yes/no that
 * was never set as no. Their values are as records hold them.
 */
export function inLanternsWords(found: readonly Difference[], types: readonly RecordType[]): readonly Difference[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  return found.flatMap((difference) => {
    if (difference.kind !== 'changed') return [difference];
    const type = byName.get(difference.record);
    const fields = difference.fields.flatMap(({ name, ...stored }) => {
      const field = type?.fields[name];
      if (!field) return [];
      const [was, is] = [held(field, stored.was), held(field, stored.is)];
      return alike(cell(field, was), is) ? [] : [{ name, was, is }];
    });
    return fields.length === 0 ? [] : [{ ...difference, fields }];
  });
}
