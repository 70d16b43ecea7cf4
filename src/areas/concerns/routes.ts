import type { Identity } from '../../access/types.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import { concernPaths } from './contract.ts';
import { composeDesk, type DeskPerson } from './desk.ts';
import { reportConcern } from './report-concern.ts';
import { resolveChild } from './resolve-child.ts';
import { settleFiling } from './settle-filing.ts';
import { takeConcern } from './take-concern.ts';
import { listCandidates, listConcerns, listOwnReports, readConcern, readDifferences, searchConcerns } from './views.ts';

const asRecord = (body: unknown) =>
  (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;

/** The body without its form key; the use case's strict schema judges the rest. */
function inputOf({ params, body }: RouteRequest): Readonly<Record<string, unknown>> {
  const { form: _form, ...rest } = asRecord(body);
  return { ...rest, concern: params['id'] };
}

/** What the tab's report form holds. A card of the chat that its receipt would replace is nothing the tab knows of. */
function reportOf({ body }: RouteRequest): Readonly<Record<string, unknown>> {
  const { form: _form, card: _card, ...rest } = asRecord(body);
  return rest;
}

/**
 * The tab API of concerns, as data.
 * @param person what the desk must know of somebody before it asks for anything
 */
export const concernRoutes = (person: (identity: Identity) => Promise<DeskPerson>): readonly Route[] => [
  {
    method: 'get',
    path: concernPaths.desk,
    compose: async (identity, read, { query }) => composeDesk(await person(identity), identity, read, query),
  },
  { method: 'get', path: concernPaths.concerns, view: listConcerns, params: ({ query }) => ({ ...query }) },
  { method: 'post', path: concernPaths.search, view: searchConcerns, params: ({ body }) => body },
  { method: 'get', path: concernPaths.concern, view: readConcern, params: ({ params }) => ({ id: params['id'] }) },
  {
    method: 'get',
    path: concernPaths.candidates,
    view: listCandidates,
    params: ({ params }) => ({ id: params['id'] }),
  },
  {
    method: 'get',
    path: concernPaths.differences,
    view: readDifferences,
    params: ({ params }) => ({ id: params['id'] }),
  },
  { method: 'post', path: concernPaths.settle, useCase: settleFiling, input: inputOf },
  { method: 'get', path: concernPaths.reports, view: listOwnReports, params: () => ({}) },
  { method: 'post', path: concernPaths.reports, useCase: reportConcern, input: reportOf },
  { method: 'post', path: concernPaths.take, useCase: takeConcern, input: inputOf },
  { method: 'post', path: concernPaths.child, useCase: resolveChild, input: inputOf },
];
