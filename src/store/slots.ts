import type { Placeholders } from '../records/query.ts';

/** Stands in a compiled query for a value bound at each run. */
class Slot {
  constructor(readonly name: string) {}
}

/** A placeholder for each name. The cast is the point: a slot takes the place of a value of that type. */
export const slots = ((name: string) => new Slot(name)) as unknown as Placeholders<never>;

/**
 * The values of a compiled query's parameters, in their order: slots filled by name, constants as they are.
 * @throws Error where a value is missing: taken for nothing, it would change what is found
 */
export const bound = (parameters: readonly unknown[], values: object): readonly unknown[] =>
  parameters.map((parameter) => {
    if (!(parameter instanceof Slot)) return parameter;
    const value = (values as Readonly<Record<string, unknown>>)[parameter.name];
    if (value === undefined) throw new Error(`a question was asked without its value “${parameter.name}”`);
    return value;
  });

/** The names of a compiled query's slots. @throws Error where it has a constant that is not in its text */
export const slotNames = (parameters: readonly unknown[]): readonly string[] =>
  parameters.map((parameter) => {
    if (parameter instanceof Slot) return parameter.name;
    throw new Error('a question that rights rest on has constants beside its values');
  });
