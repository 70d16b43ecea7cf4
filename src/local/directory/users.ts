import { ok } from '../graph/answer.ts';
import { pageOf } from '../graph/collection-page.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option } from '../graph/query-option.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import { resourceNotFound } from './directory-fault.ts';
import { peopleFilter } from './people-filter.ts';
import type { Person } from './person.ts';
import { presentPerson } from './present-person.ts';

/** The largest page of people and of members. https://learn.microsoft.com/graph/paging */
export const directoryPage = { usual: 100, largest: 999 };

/** Whom the path names, by id or user principal name. @throws GraphFault 404 in Entra's words */
export function userOf(call: TenantCall, { directory }: Workloads): Person {
  const key = call.params['user'] ?? '';
  const person = directory.person(key);
  if (!person) throw resourceNotFound(key);
  return person;
}

/** `GET /users`: https://learn.microsoft.com/graph/api/user-list */
export const listUsers: TenantHandler = (call, { directory }) => {
  onlyOptions(call.query, ['select', 'filter', 'top', 'skiptoken']);
  const filter = option(call.query, 'filter');
  const fits = filter === undefined ? () => true : peopleFilter(filter);
  const { items, link } = pageOf(call, directory.people().filter(fits), directoryPage);
  const select = option(call.query, 'select');
  return ok({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
    ...link,
    value: items.map((person) => presentPerson(person, select)),
  });
};

/** `GET /users/{id | userPrincipalName}`: https://learn.microsoft.com/graph/api/user-get */
export const getUser: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, ['select']);
  const person = userOf(call, tenant);
  return ok({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
    ...presentPerson(person, option(call.query, 'select')),
  });
};
