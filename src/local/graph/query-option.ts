import { badRequest } from './graph-fault.ts';

/** An OData query option, with or without its dollar sign: Graph v1.0 takes both. */
export function option(query: URLSearchParams, name: string): string | undefined {
  return query.get(`$${name}`) ?? query.get(name) ?? undefined;
}

/** The names in a comma-separated list, without spaces around them. */
export function names(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Splits at commas outside parentheses: `fields($select=A,B),createdByUser` has two parts. */
function parts(text: string): readonly string[] {
  return text.match(/[^,(]+(?:\([^)]*\))?/g) ?? [];
}

/** What `$expand` asks for, each with the names its own `$select` gives; no select means everything. */
export function expansions(text: string | undefined): ReadonlyMap<string, readonly string[] | undefined> {
  return new Map(
    parts(text ?? '').map((part) => {
      const [, name = '', select] = /^\s*(\w+)\s*(?:\(\s*\$?select=([^)]*)\))?\s*$/.exec(part) ?? [];
      if (name === '') throw badRequest(`Term '${part}' is not valid in a $select or $expand expression.`);
      return [name, select === undefined ? undefined : names(select)];
    }),
  );
}

/**
 * Keeps the properties that `$select` names, and the annotations.
 * @throws GraphFault 400 for a name that the type does not have
 */
export function selectFrom(entity: Readonly<Record<string, unknown>>, select: string | undefined, type: string) {
  if (select === undefined) return entity;
  const wanted = names(select);
  const unknown = wanted.find((name) => !(name in entity));
  if (unknown !== undefined)
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.${type}'.`);
  return Object.fromEntries(Object.entries(entity).filter(([name]) => name.startsWith('@') || wanted.includes(name)));
}
