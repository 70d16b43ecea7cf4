import { z, type ZodType } from 'zod';

interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
}

/** Of these one fits each pattern that an input has. */
const texts = [
  'A plain word',
  '0'.repeat(32),
  '2026-12-10',
  '2026-12-10T08:05:00.000Z',
  'harrowmere',
  '07700 900123',
] as const;

function valueOf(shape: Shape): unknown {
  const [first] = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? [];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (first) return valueOf(first);
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1);
  if (shape.type === 'boolean') return true;
  if (shape.type === 'array')
    return Array.from({ length: shape.minItems ?? 0 }, () => (shape.items ? valueOf(shape.items) : texts[0]));
  if (shape.type === 'object')
    return Object.fromEntries(
      (shape.required ?? []).map((name) => [name, valueOf(shape.properties?.[name] ?? {})] as const),
    );
  const { pattern } = shape;
  return pattern ? (texts.find((text) => new RegExp(pattern).test(text)) ?? texts[0]) : texts[0];
}

/**
 * An input that a schema takes, with what it requires and nothing else.
 * @throws Error where what is made up here does not fit: then a text that does has to be added
 */
export function plausibleInput(schema: ZodType): Readonly<Record<string, unknown>> {
  const made = valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
  const read = schema.safeParse(made);
  if (!read.success) throw new Error(`nothing plausible was found: ${z.prettifyError(read.error)}`);
  return made as Readonly<Record<string, unknown>>;
}
