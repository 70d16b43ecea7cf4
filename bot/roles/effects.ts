import { readRoleToConfirm } from '../../src/areas/roles/read-role-to-confirm.ts';
import type { ShowEffect } from '../effects.ts';
import { theirs } from '../theirs.ts';
import { roleCard } from './role-card.ts';

/** The tab's page about who is what, as a deep link names it. */
const page = 'roles';

const showRoleToConfirm: ShowEffect = async ({ read, linkTo }, who, about) => {
  const role = theirs(await read(readRoleToConfirm, who, { id: about }));
  return role?.waits ? roleCard(role, linkTo(page, who)) : undefined;
};

/** How the message that a role waits for a second person looks, to whoever it goes to. */
export const roleEffects: Readonly<Record<string, ShowEffect>> = { 'role-to-confirm': showRoleToConfirm };
