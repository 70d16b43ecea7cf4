import {
  needToKnowPaths as paths,
  type AccessRequest,
  type BreakGlassRequest,
  type ChildrenByName,
  type Circle,
  type ConflictRequest,
  type GiveCaseRequest,
  type GlassBroken,
  type LookUpByName,
  type NeedToKnowDesk,
  type OwnConflictRequest,
  type PersonForCase,
} from '../../src/areas/need-to-know/contract.ts';
import type { createCall } from './call.ts';
import { pathTo } from './path-to.ts';

/** The part of the tab API that is about who may see single cases. */
export const needToKnowCalls = (call: ReturnType<typeof createCall>) => ({
  needToKnow: () => call<NeedToKnowDesk>(paths.page),
  childrenByName: (body: LookUpByName) => call<ChildrenByName>(paths.children, body),
  peopleForCases: () => call<readonly PersonForCase[]>(paths.people),
  declareConflict: (body: ConflictRequest) => call<unknown>(paths.conflicts, body),
  declareOwnConflict: (body: OwnConflictRequest) => call<unknown>(paths.ownConflicts, body),
  breakGlass: (body: BreakGlassRequest) => call<GlassBroken>(paths.breakGlass, body),
  seeBreakGlass: (id: string, body: AccessRequest) => call<unknown>(pathTo(paths.seen, { id }), body),
  endAccess: (id: string, body: AccessRequest) => call<unknown>(pathTo(paths.end, { id }), body),
  circle: (concern: string) => call<Circle>(pathTo(paths.circle, { id: concern })),
  giveCase: (concern: string, body: GiveCaseRequest) => call<unknown>(pathTo(paths.circle, { id: concern }), body),
});
