import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import { acceptAction } from './accept-action.ts';
import { cancelAction } from './cancel-action.ts';
import { completeAction } from './complete-action.ts';
import { actionPaths } from './contract.ts';
import { createAction } from './create-action.ts';
import { composeActions } from './compose-actions.ts';
import { reopenAction } from './reopen-action.ts';
import { verifyAction } from './verify-action.ts';
import { listActionOwners, listActionsOfConcern } from './views.ts';

/** What the body says, of the record that the address names. */
const inputOf = (about: 'action' | 'concern') => (request: RouteRequest) => ({
  ...bodyOf(request),
  [about]: request.params['id'],
});
const byId = ({ params }: RouteRequest) => ({ id: params['id'] });

/**
 * The tab API of actions, as data.
 * @param leads whether somebody answers for the actions of a school
 */
export const actionRoutes = (leads: (identity: Identity) => Promise<boolean>): readonly Route[] => [
  {
    method: 'get',
    path: actionPaths.actions,
    compose: async (identity, read) => composeActions(await leads(identity), identity, read),
  },
  { method: 'get', path: actionPaths.ofConcern, view: listActionsOfConcern, params: byId },
  { method: 'get', path: actionPaths.owners, view: listActionOwners, params: byId },
  { method: 'post', path: actionPaths.ofConcern, useCase: createAction, input: inputOf('concern') },
  { method: 'post', path: actionPaths.accept, useCase: acceptAction, input: inputOf('action') },
  { method: 'post', path: actionPaths.complete, useCase: completeAction, input: inputOf('action') },
  { method: 'post', path: actionPaths.verify, useCase: verifyAction, input: inputOf('action') },
  { method: 'post', path: actionPaths.reopen, useCase: reopenAction, input: inputOf('action') },
  { method: 'post', path: actionPaths.cancel, useCase: cancelAction, input: inputOf('action') },
];
