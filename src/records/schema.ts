import { z } from 'zod';
import type { Field, Fields, ValuesOf } from './fields.ts';

function ofField(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'long':
      return z.string().max(field.max);
    case 'instant':
      return z.iso.datetime({ precision: 3 });
    case 'choice':
      return z.enum(Object.keys(field.of));
    case 'flag':
      return z.boolean();
    case 'count':
      return z.int().min(0);
  }
}

/** The strict Zod schema of a record's own fields: unknown keys are refused, empty optional fields are absent. */
export function schemaOf<F extends Fields>(fields: F): z.ZodType<ValuesOf<F>> {
  const shape = Object.entries(fields).map(([name, field]) => [
    name,
    field.required ? ofField(field) : z.exactOptional(ofField(field)),
  ]);
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<ValuesOf<F>>;
}
