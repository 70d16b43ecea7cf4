import type { User } from '@microsoft/microsoft-graph-types';
import { names } from '../graph/query-option.ts';
import { badRequest } from '../graph/graph-fault.ts';
import type { Person } from './person.ts';

const everything = (person: Person): User => ({
  businessPhones: [],
  displayName: person.displayName,
  givenName: person.givenName,
  jobTitle: person.jobTitle,
  mail: person.mail,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: person.surname,
  userPrincipalName: person.userPrincipalName,
  id: person.id,
});

/** What is returned only when `$select` names it. */
const onRequest = (person: Person): User => ({
  accountEnabled: person.accountEnabled,
  department: person.department,
  employeeId: person.employeeId,
  mailNickname: person.userPrincipalName.split('@')[0] ?? '',
  userType: person.userType,
});

/**
 * https://learn.microsoft.com/graph/api/resources/user
 * @param select the `$select` asked for; the usual eleven properties without it
 * @throws GraphFault 400 for a property that is not modelled
 */
export function presentPerson(person: Person, select: string | undefined): User {
  if (select === undefined) return everything(person);
  const known: Readonly<Record<string, unknown>> = { ...everything(person), ...onRequest(person) };
  return Object.fromEntries(
    names(select).map((name) => {
      if (!(name in known))
        throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.user'.`);
      return [name, known[name]];
    }),
  );
}
