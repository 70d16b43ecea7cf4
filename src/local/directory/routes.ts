import type { TenantHandler, TenantRoute } from '../tenant-route.ts';
import { needsDirectory } from './directory-fault.ts';
import {
  getClass,
  getClassMembers,
  getClassTeachers,
  getRoster,
  getRosterDelta,
  getRosterPerson,
  getSchool,
  getSchoolClasses,
  getSchools,
  getSchoolUsers,
  needsRoster,
} from './education.ts';
import {
  checkMemberGroups,
  getGroup,
  getMemberGroups,
  getMemberOf,
  getMembers,
  getTransitiveMembers,
} from './groups.ts';
import { peopleDelta } from './people-delta.ts';
import { presentPerson } from './present-person.ts';
import { getUser, listUsers } from './users.ts';

const whole = ['Directory.Read.All', 'Directory.ReadWrite.All'];
const readPeople = needsDirectory('User.Read.All', 'User.ReadWrite.All', ...whole);
const readGroups = needsDirectory(
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  ...whole,
);
const readMembership = needsDirectory('User.Read.All+GroupMember.Read.All', 'User.Read.All+Group.Read.All', ...whole);

/** `GET /users/delta`: https://learn.microsoft.com/graph/api/user-delta */
const getUsersDelta: TenantHandler = (call, { directory }) => peopleDelta(call, directory, 'users', presentPerson);

/** People, groups and the school's roster, and the application permissions that each call asks for. */
export const directoryRoutes: readonly TenantRoute[] = [
  ['get', '/users', readPeople, listUsers],
  ['get', '/users/delta', readPeople, getUsersDelta],
  ['get', '/users/:user', readPeople, getUser],
  ['get', '/users/:user/memberOf', readMembership, getMemberOf],
  ['post', '/users/:user/checkMemberGroups', readMembership, checkMemberGroups],
  ['post', '/users/:user/getMemberGroups', readMembership, getMemberGroups],
  ['get', '/groups/:group', readGroups, getGroup],
  ['get', '/groups/:group/members', readGroups, getMembers],
  ['get', '/groups/:group/transitiveMembers', readGroups, getTransitiveMembers],
  ['get', '/education/schools', needsRoster, getSchools],
  ['get', '/education/schools/:school', needsRoster, getSchool],
  ['get', '/education/schools/:school/users', needsRoster, getSchoolUsers],
  ['get', '/education/schools/:school/classes', needsRoster, getSchoolClasses],
  ['get', '/education/classes/:class', needsRoster, getClass],
  ['get', '/education/classes/:class/members', needsRoster, getClassMembers],
  ['get', '/education/classes/:class/teachers', needsRoster, getClassTeachers],
  ['get', '/education/users', needsRoster, getRoster],
  ['get', '/education/users/delta', needsRoster, getRosterDelta],
  ['get', '/education/users/:user', needsRoster, getRosterPerson],
];
