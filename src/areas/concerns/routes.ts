import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import { acknowledgeRouted } from './acknowledge-routed.ts';
import { addAddendum } from './add-addendum.ts';
import { addPerson } from './add-person.ts';
import { compareCandidates } from './compare-candidates.ts';
import { listConcernsOfChild } from './list-concerns-of-child.ts';
import { listPersons } from './list-persons.ts';
import { lookUpChildren } from './look-up-children.ts';
import { sayChildRole } from './say-child-role.ts';
import { withdrawPerson } from './withdraw-person.ts';
import { concernPaths } from './contract.ts';
import { composeDesk, type DeskPerson } from './desk.ts';
import { escalateConcern } from './escalate-concern.ts';
import { fileLowLevel } from './file-low-level.ts';
import { handOverConcern } from './hand-over-concern.ts';
import { listOutsideChanges } from './list-outside-changes.ts';
import { listOtherLeads } from './list-other-leads.ts';
import { listRelatedConcerns } from './list-related-concerns.ts';
import { markMisfiled } from './mark-misfiled.ts';
import { listMisfiled, readMisfiled } from './misfiled-views.ts';
import { printConcern } from './print-concern.ts';
import { readHistory } from './read-history.ts';
import { reportConcern } from './report-concern.ts';
import { resolveChild } from './resolve-child.ts';
import { listRouted } from './routed-views.ts';
import { settleFiling } from './settle-filing.ts';
import { takeConcern } from './take-concern.ts';
import { triageConcern } from './triage-concern.ts';
import { listCandidates, listConcerns, listOwnReports, readConcern, readDifferences, searchConcerns } from './views.ts';

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const inputOf = (request: RouteRequest) => ({ ...bodyOf(request), concern: request.params['id'] });

/** What the tab's report form holds. A card of the chat that its receipt would replace is nothing the tab knows of. */
function reportOf(request: RouteRequest): object {
  const { card: _card, ...rest } = bodyOf(request);
  return rest;
}

/** The concerns that a body names, each with what is asked for all of them. */
function inputsOf(request: RouteRequest) {
  const { concerns, ...rest } = bodyOf(request);
  return (Array.isArray(concerns) ? concerns : []).map((one) => {
    const { id, ...own } = asRecord(one);
    return { id: String(id), input: { ...rest, ...own, concern: id } };
  });
}

const idOf = ({ params }: RouteRequest) => ({ id: params['id'] });

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
  { method: 'post', path: concernPaths.lowLevel, useCase: fileLowLevel, inputs: inputsOf },
  { method: 'get', path: concernPaths.concern, view: readConcern, params: ({ params }) => ({ id: params['id'] }) },
  { method: 'post', path: concernPaths.print, view: printConcern, params: idOf },
  {
    method: 'get',
    path: concernPaths.candidates,
    view: listCandidates,
    params: ({ params }) => ({ id: params['id'] }),
  },
  { method: 'get', path: concernPaths.compare, view: compareCandidates, params: idOf },
  {
    method: 'post',
    path: concernPaths.children,
    view: lookUpChildren,
    params: ({ params, body }) => ({ ...asRecord(body), id: params['id'] }),
  },
  { method: 'get', path: concernPaths.persons, view: listPersons, params: idOf },
  { method: 'post', path: concernPaths.persons, useCase: addPerson, input: inputOf },
  { method: 'post', path: concernPaths.withdrawPerson, useCase: withdrawPerson, input: inputOf },
  { method: 'post', path: concernPaths.childRole, useCase: sayChildRole, input: inputOf },
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
  { method: 'post', path: concernPaths.triage, useCase: triageConcern, input: inputOf },
  { method: 'get', path: concernPaths.history, view: readHistory, params: idOf },
  { method: 'get', path: concernPaths.outside, view: listOutsideChanges, params: idOf },
  { method: 'get', path: concernPaths.related, view: listRelatedConcerns, params: idOf },
  { method: 'get', path: concernPaths.leads, view: listOtherLeads, params: idOf },
  { method: 'post', path: concernPaths.handOver, useCase: handOverConcern, input: inputOf },
  { method: 'post', path: concernPaths.escalate, useCase: escalateConcern, input: inputOf },
  { method: 'post', path: concernPaths.addenda, useCase: addAddendum, input: inputOf },
  { method: 'post', path: concernPaths.misfile, useCase: markMisfiled, input: inputOf },
  { method: 'get', path: concernPaths.register, view: listMisfiled, params: () => ({}) },
  { method: 'get', path: concernPaths.registered, view: readMisfiled, params: idOf },
  { method: 'get', path: concernPaths.ofChild, view: listConcernsOfChild, params: idOf },
  { method: 'get', path: concernPaths.routed, view: listRouted, params: () => ({}) },
  {
    method: 'post',
    path: concernPaths.acknowledge,
    useCase: acknowledgeRouted,
    input: ({ params }) => ({ line: params['id'] }),
  },
];
