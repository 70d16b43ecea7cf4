import type { RecordType } from './define-record.ts';

/** What a search looks at: a record's reference and its searchable fields; empty for a record that is not searched. */
export function searchable(type: RecordType): readonly string[] {
  const fields = Object.entries(type.fields).filter(([, field]) => field.searchable);
  return fields.length === 0 ? [] : ['ref', ...fields.map(([name]) => name)];
}
