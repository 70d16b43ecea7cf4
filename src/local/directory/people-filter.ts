import { unsupportedQuery } from './directory-fault.ts';
import type { Person } from './person.ts';

type Name =
  | 'accountEnabled'
  | 'department'
  | 'displayName'
  | 'employeeId'
  | 'givenName'
  | 'id'
  | 'jobTitle'
  | 'mail'
  | 'surname'
  | 'userPrincipalName'
  | 'userType';

/** The properties that can be filtered by, and whether `startswith` is among what they support. */
const filterable: Readonly<Record<Name, 'eq' | 'startswith'>> = {
  accountEnabled: 'eq',
  department: 'startswith',
  displayName: 'startswith',
  employeeId: 'startswith',
  givenName: 'startswith',
  id: 'eq',
  jobTitle: 'startswith',
  mail: 'startswith',
  surname: 'startswith',
  userPrincipalName: 'startswith',
  userType: 'eq',
};

const literal = String.raw`('(?:[^']|'')*'|true|false|null)`;
const equality = new RegExp(String.raw`^(\w+)\s+eq\s+${literal}`);
const prefix = new RegExp(String.raw`^startswith\(\s*(\w+)\s*,\s*${literal}\s*\)`, 'i');

const fold = <T>(value: T) => (typeof value === 'string' ? value.toLowerCase() : value);

function value(text: string): string | boolean | null {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'").toLowerCase();
  return text === 'null' ? null : text === 'true';
}

const invalid = (text: string) => unsupportedQuery(`Unsupported or invalid query filter clause: ${text}`);

/** @param match of `startswith(name, value)` or `name eq value` */
function comparison(
  [, name = '', wanted = '']: RegExpExecArray,
  operator: 'eq' | 'startswith',
): (person: Person) => boolean {
  const supported = filterable[name as Name];
  if (supported === undefined || (operator === 'startswith' && supported !== 'startswith'))
    throw unsupportedQuery(
      `Unsupported or invalid query filter clause specified for property '${name}' of resource 'User'.`,
    );
  const sought = value(wanted);
  if (operator === 'eq') return (person) => fold(person[name as Name]) === sought;
  if (typeof sought !== 'string') throw invalid(name);
  return (person) => {
    const held = fold(person[name as Name]);
    return typeof held === 'string' && held.startsWith(sought);
  };
}

/**
 * Reads the `$filter` of `GET /users`: `eq` and `startswith`, joined by `and`; whatever the case of letters.
 * https://learn.microsoft.com/graph/api/resources/user, https://learn.microsoft.com/graph/aad-advanced-queries
 * @throws GraphFault 400 for anything else, as for `ne`, `not` and `endswith` without ConsistencyLevel
 */
export function peopleFilter(text: string): (person: Person) => boolean {
  const tests: ((person: Person) => boolean)[] = [];
  for (let rest = text.trim(); ;) {
    const start = prefix.exec(rest);
    const match = start ?? equality.exec(rest);
    if (!match) throw invalid(text);
    tests.push(comparison(match, start ? 'startswith' : 'eq'));
    rest = rest.slice(match[0].length);
    if (rest === '') return (person) => tests.every((test) => test(person));
    const and = /^\s+and\s+/i.exec(rest);
    if (!and) throw invalid(text);
    rest = rest.slice(and[0].length);
  }
}
