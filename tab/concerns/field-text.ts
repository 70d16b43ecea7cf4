import type { DifferenceValue } from '../../src/areas/concerns/contract.ts';
import { concernFields } from '../../src/areas/concerns/fields.ts';
import { absoluteTime } from '../components/school-time.ts';

const declared = (name: string) =>
  Object.hasOwn(concernFields, name) ? concernFields[name as keyof typeof concernFields] : undefined;

/** What a person calls a field of a concern. */
export const fieldLabel = (name: string): string => declared(name)?.label ?? name;

/** A field's value in words; a choice or time that Lantern does not know is shown as it is. */
export function fieldText(name: string, value: DifferenceValue): string {
  if (value === null || value === '') return 'Empty';
  const field = declared(name);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (field?.kind === 'choice') return (field.of as Readonly<Record<string, string>>)[String(value)] ?? String(value);
  if (field?.kind === 'instant' && !Number.isNaN(Date.parse(String(value)))) return absoluteTime(String(value));
  return String(value);
}
