import type { Level } from './site.ts';

/** What a grant may say. Microsoft's two pages name four roles each: one `owner`, the other `manage`. */
export const roles = ['read', 'write', 'manage', 'owner', 'fullcontrol'] as const;
export type Role = (typeof roles)[number];

const levels: Readonly<Record<Role, Level>> = {
  read: 'read',
  write: 'write',
  manage: 'manage',
  owner: 'fullcontrol',
  fullcontrol: 'fullcontrol',
};

export const levelOf = (role: Role): Level => levels[role];
