import type { GrantedRole } from '../../access/types.ts';

/** Roles that can be granted, with their words. `staff` is not granted: every verified person of the tenant holds it. */
export const grantableRole = {
  dsl: 'Designated safeguarding lead',
  deputy: 'Deputy safeguarding lead',
  'safeguarding-administrator': 'Safeguarding administrator',
  head: 'Head',
  senco: 'SENCo',
  'pastoral-lead': 'Pastoral lead',
  'attendance-lead': 'Attendance lead',
  'behaviour-lead': 'Behaviour lead',
  'online-safety-lead': 'Online safety lead',
  'tenant-admin': 'Lantern settings',
} as const satisfies Readonly<Record<GrantedRole, string>>;

export const staffFields = {
  personId: { kind: 'text', label: 'Entra object id', max: 36, required: true, indexed: true },
  name: { kind: 'text', label: 'Name', max: 255, required: true },
  job: { kind: 'text', label: 'Job', max: 255 },
} as const;

export const roleGrantFields = {
  personId: { kind: 'text', label: 'Entra object id', max: 36, required: true, indexed: true },
  personName: { kind: 'text', label: 'Name', max: 255, required: true },
  role: { kind: 'choice', label: 'Role', of: grantableRole, required: true },
} as const;

export const pupilFields = {
  givenName: { kind: 'text', label: 'Given name', max: 120, required: true, sensitive: true },
  familyName: { kind: 'text', label: 'Family name', max: 120, required: true, sensitive: true, indexed: true },
  knownAs: { kind: 'text', label: 'Known as', max: 120, sensitive: true },
  yearGroup: { kind: 'text', label: 'Year group', max: 20, required: true },
  formGroup: { kind: 'text', label: 'Form', max: 20, required: true },
} as const;
