import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import type { Result } from '../../perform/problem.ts';
import { addAgency } from './add-agency.ts';
import { composeAgencies } from './compose-agencies.ts';
import { composeChild } from './compose-child.ts';
import { peoplePaths, type RosterDesk, type RosterPreview, type SchoolName } from './contract.ts';
import { correctAgency } from './correct-agency.ts';
import { mergeChildren } from './merge-children.ts';
import { printChild } from './print-child.ts';
import { retireAgency } from './retire-agency.ts';
import { unmergeChildren } from './unmerge-children.ts';

/** The import as the tab asks for it; what stands behind it goes through `read` and `perform` as everything does. */
export interface RosterDoor {
  /** Whether somebody may import a roster anywhere. */
  may(identity: Identity): Promise<boolean>;
  desk(identity: Identity): Promise<Result<RosterDesk>>;
  preview(identity: Identity, body: unknown): Promise<Result<RosterPreview>>;
  apply(identity: Identity, body: unknown): Promise<Result<RosterDesk>>;
  discard(identity: Identity, body: unknown): Promise<Result<RosterDesk>>;
}

/** Files of 8 MB in base64, with room for what stands around them. */
const largestBody = 11_500_000;

const ofChild = (request: RouteRequest) => ({ ...bodyOf(request), child: request.params['id'] });
const ofAgency = (request: RouteRequest) => ({ ...bodyOf(request), agency: request.params['id'] });

/**
 * The tab API of a school's people, as data.
 * @param schools the tenant's schools, with their names
 */
export const peopleRoutes = (
  { may, desk, preview, apply, discard }: RosterDoor,
  schools: readonly SchoolName[],
): readonly Route[] => [
  { method: 'get', path: peoplePaths.roster, handle: desk },
  {
    method: 'post',
    path: peoplePaths.previewRoster,
    handle: (identity, { body }) => preview(identity, body),
    roomy: { may, bytes: largestBody },
  },
  { method: 'post', path: peoplePaths.applyRoster, handle: (identity, { body }) => apply(identity, body) },
  { method: 'post', path: peoplePaths.discardRoster, handle: (identity, { body }) => discard(identity, body) },
  {
    method: 'get',
    path: peoplePaths.child,
    compose: (identity, read, { params }) => composeChild(schools, identity, read, params['id']),
  },
  { method: 'post', path: peoplePaths.printChild, view: printChild, params: ({ params }) => ({ id: params['id'] }) },
  { method: 'post', path: peoplePaths.merge, useCase: mergeChildren, input: ofChild },
  { method: 'post', path: peoplePaths.unmerge, useCase: unmergeChildren, input: ofChild },
  {
    method: 'get',
    path: peoplePaths.agencies,
    compose: (identity, read) => composeAgencies(schools, identity, read),
  },
  { method: 'post', path: peoplePaths.agencies, useCase: addAgency, input: bodyOf },
  { method: 'post', path: peoplePaths.correctAgency, useCase: correctAgency, input: ofAgency },
  { method: 'post', path: peoplePaths.retireAgency, useCase: retireAgency, input: ofAgency },
];
