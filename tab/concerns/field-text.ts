import type { DifferenceValue } from '../../src/areas/concerns/contract.ts';
import { absoluteTime } from '../components/school-time.ts';

/** What a form needs to know of a record's fields. */
export type ShownFields = Readonly<
  Record<string, { readonly kind: string; readonly label: string; readonly of?: Readonly<Record<string, string>> }>
>;

const declared = (fields: ShownFields, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** What a person calls a field. */
export const fieldLabel = (fields: ShownFields, name: string): string => declared(fields, name)?.label ?? name;

/** A field's value in words; a choice or time that Lantern does not know is shown as it is. */
export function fieldText(fields: ShownFields, name: string, value: DifferenceValue): string {
  if (value === null || value === '') return 'Empty';
  const field = declared(fields, name);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (field?.kind === 'choice') return field.of?.[String(value)] ?? String(value);
  if (field?.kind === 'instant' && !Number.isNaN(Date.parse(String(value)))) return absoluteTime(String(value));
  return String(value);
}
