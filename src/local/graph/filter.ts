import { badRequest } from './graph-fault.ts';
import type { Scalar } from './values.ts';

export type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith';

/** One comparison of a filter. `value` null stands for an empty column. */
export interface Comparison {
  /** Internal name of the column. */
  readonly field: string;
  readonly operator: Operator;
  readonly value: Scalar | null;
}

const literal = String.raw`'(?:[^']|'')*'|-?\d+(?:\.\d+)?|true|false|null`;
const infix = new RegExp(String.raw`^fields/(\w+)\s+(eq|ne|lt|gt|le|ge)\s+(${literal})`);
const prefix = new RegExp(String.raw`^startswith\(\s*fields/(\w+)\s*,\s*(${literal})\s*\)`);
const conjunction = /^\s+and\s+/;

const invalid = () => badRequest('Invalid filter clause');

function parseLiteral(text: string): Scalar | null {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  return text === 'null' ? null : (JSON.parse(text) as number | boolean);
}

function comparison(match: RegExpExecArray, text: string): Comparison {
  const [, field = '', operator, value = ''] = text.startsWith('startswith')
    ? [match[0], match[1], 'startswith', match[2]]
    : match;
  return { field, operator: operator as Operator, value: parseLiteral(value) };
}

/**
 * Reads a `$filter`: comparisons of `fields/X` joined by `and`. Text stands in single quotes, doubled inside.
 * @throws GraphFault 400 for anything else
 */
export function parseFilter(text: string): readonly Comparison[] {
  const found: Comparison[] = [];
  for (let rest = text.trim(); rest !== '' || found.length === 0;) {
    const match = infix.exec(rest) ?? prefix.exec(rest);
    if (!match) throw invalid();
    found.push(comparison(match, rest));
    rest = rest.slice(match[0].length);
    const and = conjunction.exec(rest);
    if (rest.trim() !== '' && !and) throw invalid();
    rest = rest.slice(and?.[0].length ?? rest.length);
    if (and && rest === '') throw invalid();
  }
  return found;
}
