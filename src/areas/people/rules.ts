import type { Right } from '../../access/types.ts';

/** The roles that answer for every concern of their school (KCSIE Part two: the designated safeguarding lead and deputies). */
export const leadRoles = ['dsl', 'deputy'] as const;

/** What is the leads' alone. */
export const leads: readonly Right[] = leadRoles.map((role) => ({ role, reach: 'school' }));

/** Whether a role answers for concerns. */
export const isLead = ({ role }: { readonly role: string }): boolean => leadRoles.some((leading) => leading === role);
