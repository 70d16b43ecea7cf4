import { jsonText } from './json-text.ts';
import { storable } from './storable.ts';

/** The values of one statement; each call adds one and gives the text that stands for it. */
export interface Parameters {
  text(value: string | null | undefined): string;
  whole(value: number): string;
  /** As jsonb. */
  json(value: unknown): string;
  readonly values: readonly unknown[];
}

/** PostgreSQL cannot always tell a parameter's type from where it stands, so each says its own. */
export function createParameters(): Parameters {
  const values: unknown[] = [];
  const add = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  return {
    text: (value) => add(value === undefined || value === null ? null : storable(value), 'text'),
    whole: (value) => add(value, 'int'),
    json: (value) => add(jsonText(value), 'jsonb'),
    values,
  };
}
