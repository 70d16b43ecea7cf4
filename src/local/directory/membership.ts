import type { Directory } from './directory.ts';
import type { Group } from './directory-data.ts';

/** Ids of everything in a group, and in the groups that it holds, however deep; each once. */
export function transitiveMembers(directory: Directory, group: Group): readonly string[] {
  const found = new Set<string>();
  const open = [...directory.members(group)];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (found.has(id)) continue;
    found.add(id);
    const inner = directory.group(id);
    if (inner) open.push(...directory.members(inner));
  }
  return [...found];
}

/** The groups that hold this member directly. */
export const groupsHolding = (directory: Directory, member: string): readonly Group[] =>
  directory.groups().filter((group) => directory.members(group).includes(member));

/** The groups that hold this member, directly or through other groups. */
export const groupsAround = (directory: Directory, member: string): readonly Group[] =>
  directory.groups().filter((group) => transitiveMembers(directory, group).includes(member));
