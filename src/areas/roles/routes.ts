import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import type { SchoolName } from '../people/contract.ts';
import { appointActingLead } from './appoint-acting-lead.ts';
import { composeRoles } from './compose-roles.ts';
import { confirmRole } from './confirm-role.ts';
import { rolePaths } from './contract.ts';
import { endRole } from './end-role.ts';
import { changeRoleDays } from './change-role-days.ts';
import { giveRole } from './give-role.ts';
import { lookUpTrustStaff } from './views.ts';

const ofRole = (request: RouteRequest) => ({ ...bodyOf(request), role: request.params['id'] });

/**
 * The tab API of who is what, as data.
 * @param actingDays weekdays for which somebody may stand in for a lead
 */
export const roleRoutes = (schools: readonly SchoolName[], actingDays: number): readonly Route[] => [
  {
    method: 'get',
    path: rolePaths.roles,
    compose: (identity, read) => composeRoles({ schools, actingDays }, identity, read),
  },
  { method: 'post', path: rolePaths.roles, useCase: giveRole, input: bodyOf },
  { method: 'post', path: rolePaths.people, view: lookUpTrustStaff, params: ({ body }) => body },
  { method: 'post', path: rolePaths.acting, useCase: appointActingLead(actingDays), input: bodyOf },
  { method: 'post', path: rolePaths.confirm, useCase: confirmRole, input: ofRole },
  { method: 'post', path: rolePaths.end, useCase: endRole, input: ofRole },
  { method: 'post', path: rolePaths.days, useCase: changeRoleDays, input: ofRole },
];
