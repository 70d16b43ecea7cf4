import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import type { SchoolName } from '../people/contract.ts';
import { addProcedure } from './add-procedure.ts';
import { chaseBriefing } from './chase-briefing.ts';
import { composeBriefing, composeBriefingForm, composeBriefings, composeProcedures } from './compose-briefings.ts';
import { confirmRead } from './confirm-read.ts';
import { briefingPaths as paths } from './contract.ts';
import { correctProcedure } from './correct-procedure.ts';
import { retireProcedure } from './retire-procedure.ts';
import { sendBriefing } from './send-briefing.ts';
import { readOwnBriefing } from './views.ts';
import { withdrawBriefing } from './withdraw-briefing.ts';

/** What the body says, of the record that the address names. */
const inputOf = (about: 'briefing' | 'procedure') => (request: RouteRequest) => ({
  ...bodyOf(request),
  [about]: request.params['id'],
});

/**
 * The tab API of briefings and local procedures, as data.
 * @param keeps whether somebody looks after briefings
 */
export const briefingRoutes = (
  schools: readonly SchoolName[],
  keeps: (identity: Identity) => Promise<boolean>,
): readonly Route[] => [
  {
    method: 'get',
    path: paths.briefings,
    compose: async (identity, read) => composeBriefings(schools, await keeps(identity), identity, read),
  },
  { method: 'post', path: paths.briefings, useCase: sendBriefing, input: bodyOf },
  // Before the address of one briefing: it would be taken for an id.
  { method: 'get', path: paths.form, compose: composeBriefingForm },
  { method: 'get', path: paths.own, view: readOwnBriefing, params: ({ params }) => ({ id: params['id'] }) },
  { method: 'post', path: paths.confirm, useCase: confirmRead, input: inputOf('briefing') },
  {
    method: 'get',
    path: paths.receipts,
    compose: (identity, read, { params }) => composeBriefing(identity, read, params['id'] ?? ''),
  },
  { method: 'post', path: paths.chase, useCase: chaseBriefing, input: inputOf('briefing') },
  { method: 'post', path: paths.withdraw, useCase: withdrawBriefing, input: inputOf('briefing') },
  {
    method: 'get',
    path: paths.procedures,
    compose: (identity, read) => composeProcedures(schools, identity, read),
  },
  { method: 'post', path: paths.procedures, useCase: addProcedure, input: bodyOf },
  { method: 'post', path: paths.correctProcedure, useCase: correctProcedure, input: inputOf('procedure') },
  { method: 'post', path: paths.retireProcedure, useCase: retireProcedure, input: inputOf('procedure') },
];
