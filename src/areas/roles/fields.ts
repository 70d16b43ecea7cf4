import { leadRoles } from '../people/fields.ts';

/**
 * Roles that take effect only when a second person has confirmed them: a lead sees everything, an auditor what everybody did, the
 * chair what is about the head, and a trust’s lead says who is what.
 */
export const confirmedRoles: readonly string[] = ['dsl', 'auditor', 'chair-of-governors', 'trust-lead'];

/** Roles of which it can be said on which days they are asked first: the leads’, who are told of concerns. */
export const rolesWithDays: readonly string[] = leadRoles;

/** For this role somebody of any school of the trust may be chosen: a trust’s lead works at one of them at most. */
export const roleAcrossSchools = 'trust-lead';
