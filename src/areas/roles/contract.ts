import type { GrantedRole } from '../../access/types.ts';
import type { SchoolName } from '../people/contract.ts';
import type { Weekday } from '../people/fields.ts';

/** Addresses of the tab API for who is what. */
export const rolePaths = {
  /** GET: RoleDesk. POST GiveRoleRequest: answers GivenRole. */
  roles: '/api/roles',
  /** POST NameToLookUp: answers TrustStaffFound. */
  people: '/api/roles/people',
  /** POST ActingLeadRequest: at once, and confirmed afterwards. */
  acting: '/api/roles/acting',
  /** POST RoleRequest: a second person says yes. */
  confirm: '/api/roles/:id/confirm',
  /** POST RoleRequest: it ends now, or is not to be. */
  end: '/api/roles/:id/end',
  /** POST RoleDaysRequest: on which days a lead is asked first. */
  days: '/api/roles/:id/days',
} as const;

export interface GiveRoleRequest {
  /** Given at all of them, or at none. */
  readonly schools: readonly string[];
  /** Entra object id of somebody on the staff list of each; for a trust’s lead, of any school of the trust. */
  readonly person: string;
  readonly role: GrantedRole;
  /** Last day, `YYYY-MM-DD`. */
  readonly until?: string;
  /** On which days they are asked first; on every day where absent or empty. */
  readonly days?: readonly Weekday[];
}
export interface GivenRole {
  /** Whether it waits for a second person. */
  readonly waits: boolean;
}
export interface ActingLeadRequest {
  readonly school: string;
  readonly person: string;
  readonly until: string;
}
export interface RoleRequest {
  readonly rev: number;
}

export interface RoleDaysRequest extends RoleRequest {
  /** Empty: on every day. */
  readonly days: readonly Weekday[];
}

/** One role of one person. */
export interface RoleItem {
  readonly id: string;
  readonly rev: number;
  readonly school: string;
  readonly name: string;
  readonly role: GrantedRole;
  /** `waits`: not in force before a second person has confirmed it. */
  readonly standing: 'in-force' | 'waits' | 'over';
  readonly acting: boolean;
  /** In force, and a second person has not confirmed it yet. */
  readonly unconfirmed: boolean;
  readonly until?: string;
  readonly givenAt?: string;
  readonly givenByName?: string;
  readonly confirmedByName?: string;
  readonly endedAt?: string;
  readonly endedByName?: string;
  readonly filed: boolean;
  /** A group in Entra gave it, and takes it from whoever leaves that group. */
  readonly fed: boolean;
  /** On which days they are asked first; absent: on every day. */
  readonly days?: readonly Weekday[];
  readonly mayChangeDays: boolean;
  readonly mayConfirm: boolean;
  readonly mayEnd: boolean;
}

export interface RolePage {
  readonly items: readonly RoleItem[];
  /** Schools where one may give roles, and where one may have somebody act as lead. */
  readonly mayGive: readonly string[];
  readonly mayAppoint: readonly string[];
}

/** Somebody who can be given a role. */
export interface PersonForRole {
  /** Entra object id. */
  readonly person: string;
  readonly school: string;
  readonly name: string;
  readonly job?: string;
}

/** The whole name of somebody, as their school’s staff list has it, or their e-mail address. */
export interface NameToLookUp {
  readonly words: string;
}
export interface TrustStaffFound {
  readonly items: readonly Omit<PersonForRole, 'school'>[];
}

export interface RoleDesk {
  readonly page: RolePage;
  readonly people: readonly PersonForRole[];
  readonly schools: readonly SchoolName[];
  /** Weekdays for which somebody may stand in for a lead. */
  readonly actingDays: number;
}
