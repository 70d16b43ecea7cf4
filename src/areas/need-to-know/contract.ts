import type { SchoolName } from '../people/contract.ts';
import type { accessKind, conflictKind } from './fields.ts';

/** Addresses of the tab API for who may see single cases. */
export const needToKnowPaths = {
  /** GET: NeedToKnowDesk. */
  page: '/api/need-to-know',
  /** POST LookUpByName, so that no name stands in an address: ChildrenByName. */
  children: '/api/need-to-know/children',
  /** GET: PersonForCase[]. */
  people: '/api/need-to-know/people',
  /** POST ConflictRequest: of somebody else. */
  conflicts: '/api/need-to-know/conflicts',
  /** POST OwnConflictRequest. */
  ownConflicts: '/api/need-to-know/own-conflicts',
  /** POST BreakGlassRequest: answers GlassBroken. */
  breakGlass: '/api/need-to-know/break-glass',
  /** POST AccessRequest: a lead has seen it. */
  seen: '/api/need-to-know/:id/seen',
  /** POST AccessRequest: it ends now. */
  end: '/api/need-to-know/:id/end',
  /** GET: Circle of one concern. POST GiveCaseRequest. */
  circle: '/api/concerns/:id/circle',
} as const;

export interface LookUpByName {
  /** A given and a family name. */
  readonly words: string;
}
export interface ChildByName {
  readonly id: string;
  readonly school: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly formGroup: string;
  readonly hasLeft: boolean;
}
export interface ChildrenByName {
  readonly items: readonly ChildByName[];
}

export interface OwnConflictRequest {
  /** As in TakeRequest of concerns. */
  readonly form: string;
  readonly child: string;
  /** The child’s school. */
  readonly school: string;
  readonly conflict: keyof typeof conflictKind;
  readonly reason: string;
}
/** `person`: Entra object id of somebody on the school’s staff list. */
export type ConflictRequest = OwnConflictRequest & { readonly person: string };

export interface BreakGlassRequest {
  readonly form: string;
  readonly child: string;
  readonly school: string;
  readonly reason: string;
  readonly confirmed: true;
}
export interface GlassBroken {
  readonly until: string;
}

export interface GiveCaseRequest {
  readonly form: string;
  readonly person: string;
  readonly reason: string;
  readonly task?: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly until?: string;
}

export interface AccessRequest {
  readonly form: string;
  readonly rev: number;
}

/** One thing that somebody was given, opened, or is kept from. */
export interface AccessItem {
  readonly id: string;
  readonly rev: number;
  readonly school: string;
  readonly kind: keyof typeof accessKind;
  readonly name: string;
  /** It is about whoever looks. */
  readonly mine: boolean;
  /** The child, of a conflict of interest or a file that was opened. */
  readonly child?: string;
  /** The case that was given; its id for those who may open it. */
  readonly concernRef?: string;
  readonly concernId?: string;
  readonly conflict?: keyof typeof conflictKind;
  /** For those who need to know why. */
  readonly reason?: string;
  readonly task?: string;
  readonly givenAt: string;
  readonly givenByName: string;
  readonly until?: string;
  readonly endedAt?: string;
  readonly endedByName?: string;
  readonly seenAt?: string;
  readonly seenByName?: string;
  readonly inForce: boolean;
  readonly filed: boolean;
  readonly maySee: boolean;
  readonly mayEnd: boolean;
}

export interface NeedToKnowPage {
  readonly items: readonly AccessItem[];
  /** Schools where one may say that somebody else has a conflict of interest, that oneself has one, and break glass. */
  readonly mayDeclare: readonly string[];
  readonly mayDeclareOwn: readonly string[];
  readonly mayBreakGlass: readonly string[];
}

/** Somebody who can be given a case, or kept from a child. */
export interface PersonForCase {
  /** Entra object id. */
  readonly person: string;
  readonly school: string;
  readonly name: string;
  readonly job?: string;
}

export interface NeedToKnowDesk {
  readonly page: NeedToKnowPage;
  readonly people: readonly PersonForCase[];
  readonly schools: readonly SchoolName[];
}

/** Somebody beside the leads who may see a concern. */
export interface CircleItem {
  readonly id: string;
  readonly rev: number;
  readonly kind: 'circle' | 'break-glass';
  readonly name: string;
  readonly mine: boolean;
  readonly reason: string;
  readonly task?: string;
  readonly until?: string;
  readonly givenAt: string;
  readonly givenByName: string;
  readonly filed: boolean;
  readonly mayEnd: boolean;
}
export interface Circle {
  /** For leads everybody; for somebody who was given the case only what they were given. */
  readonly items: readonly CircleItem[];
  readonly mayGive: boolean;
  readonly school: string;
}
