import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import { addStaffNote } from './add-staff-note.ts';
import { closeStaffConcern } from './close-staff-concern.ts';
import { staffConcernPaths } from './contract.ts';
import { judgeStaffConcern } from './judge-staff-concern.ts';
import { giveStaffConcern } from './give-staff-concern.ts';
import { reportStaffConcern } from './report-staff-concern.ts';
import { settleStaffFiling } from './settle-staff-filing.ts';
import { saySubject } from './say-subject.ts';
import { takeStaffConcern } from './take-staff-concern.ts';
import { composeMatters } from './compose-matters.ts';
import { listColleagues, listOwnStaffReports, readLado, readStaffConcern, readStaffDifferences } from './views.ts';

/** What the tab's form holds. A card of the chat that its receipt would replace is nothing the tab knows of. */
function reportOf(request: RouteRequest): object {
  const { card: _card, ...rest } = bodyOf(request);
  return rest;
}
const ofMatter = (request: RouteRequest) => ({ ...bodyOf(request), concern: request.params['id'] });
const idOf = ({ params }: RouteRequest) => ({ id: params['id'] });
const none = () => ({});

/**
 * The tab API of concerns about adults, as data.
 * @param manages whether somebody manages them by role
 */
export const staffConcernRoutes = (manages: (identity: Identity) => Promise<boolean>): readonly Route[] => [
  {
    method: 'get',
    path: staffConcernPaths.list,
    compose: async (identity, read) => composeMatters(await manages(identity), identity, read),
  },
  { method: 'get', path: staffConcernPaths.one, view: readStaffConcern, params: idOf },
  { method: 'get', path: staffConcernPaths.colleagues, view: listColleagues, params: idOf },
  { method: 'post', path: staffConcernPaths.take, useCase: takeStaffConcern, input: ofMatter },
  { method: 'post', path: staffConcernPaths.subject, useCase: saySubject, input: ofMatter },
  { method: 'post', path: staffConcernPaths.manager, useCase: giveStaffConcern, input: ofMatter },
  { method: 'post', path: staffConcernPaths.judge, useCase: judgeStaffConcern, input: ofMatter },
  { method: 'post', path: staffConcernPaths.close, useCase: closeStaffConcern, input: ofMatter },
  { method: 'post', path: staffConcernPaths.notes, useCase: addStaffNote, input: ofMatter },
  { method: 'get', path: staffConcernPaths.differences, view: readStaffDifferences, params: idOf },
  { method: 'post', path: staffConcernPaths.settle, useCase: settleStaffFiling, input: ofMatter },
  { method: 'get', path: staffConcernPaths.lado, view: readLado, params: none },
  { method: 'get', path: staffConcernPaths.reports, view: listOwnStaffReports, params: none },
  { method: 'post', path: staffConcernPaths.reports, useCase: reportStaffConcern, input: reportOf },
];
