import { accessOfPerson } from './need-to-know/queries.ts';
import { rolesOfPerson, staffOfPerson } from './people/queries.ts';

/** The questions whose answers make an identity an actor: staff lists, roles, and what was given or kept of single cases. */
export const rightsRestOn = { staff: staffOfPerson, roles: rolesOfPerson, access: accessOfPerson } as const;
