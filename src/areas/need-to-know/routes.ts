import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import type { SchoolName } from '../people/contract.ts';
import { breakGlass } from './break-glass.ts';
import { composeNeedToKnow } from './compose-need-to-know.ts';
import { needToKnowPaths } from './contract.ts';
import { declareConflict, declareOwnConflict } from './declare-conflict.ts';
import { endAccess } from './end-access.ts';
import { giveCase } from './give-case.ts';
import { seeBreakGlass } from './see-break-glass.ts';
import { listCircle, listPeopleForCases, lookUpChildByName } from './views.ts';

const ofAccess = (request: RouteRequest) => ({ ...bodyOf(request), access: request.params['id'] });
const ofConcern = (request: RouteRequest) => ({ ...bodyOf(request), concern: request.params['id'] });

/** The tab API of who may see single cases, as data. */
export const needToKnowRoutes = (schools: readonly SchoolName[]): readonly Route[] => [
  {
    method: 'get',
    path: needToKnowPaths.page,
    compose: (identity, read) => composeNeedToKnow(schools, identity, read),
  },
  { method: 'post', path: needToKnowPaths.children, view: lookUpChildByName, params: ({ body }) => body },
  { method: 'get', path: needToKnowPaths.people, view: listPeopleForCases, params: () => ({}) },
  { method: 'post', path: needToKnowPaths.conflicts, useCase: declareConflict, input: bodyOf },
  { method: 'post', path: needToKnowPaths.ownConflicts, useCase: declareOwnConflict, input: bodyOf },
  { method: 'post', path: needToKnowPaths.breakGlass, useCase: breakGlass, input: bodyOf },
  { method: 'post', path: needToKnowPaths.seen, useCase: seeBreakGlass, input: ofAccess },
  { method: 'post', path: needToKnowPaths.end, useCase: endAccess, input: ofAccess },
  { method: 'get', path: needToKnowPaths.circle, view: listCircle, params: ({ params }) => ({ id: params['id'] }) },
  { method: 'post', path: needToKnowPaths.circle, useCase: giveCase, input: ofConcern },
];
