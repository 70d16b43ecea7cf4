import { readPeople, type RoleHeld } from './read-people.ts';
import type { Table } from './read-table.ts';
import { relationshipOf } from './relationship-of.ts';
import type { RelationshipRow, Roster, RosterFault } from './rows.ts';
import { sheetOf, type Sheet } from './sheet.ts';

const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Of 1.1: one role for each user, at all of the user's schools. */
function rolesOfUsers(users: Sheet): Map<string, RoleHeld[]> {
  const roles = new Map<string, RoleHeld[]>();
  for (const row of users.rows) {
    const [id, role] = [users.cell(row, 'sourcedId'), users.cell(row, 'role')];
    if (id === undefined || role === undefined) continue;
    const [grade] = list(users.cell(row, 'grades'));
    roles.set(
      id,
      list(users.cell(row, 'orgSourcedIds')).map((org) => ({ org, role, grade })),
    );
  }
  return roles;
}

/** Of 1.2: a file of its own; the year group stays with the user. */
function rolesGiven(given: Sheet, users: Sheet, named: string[]): Map<string, RoleHeld[]> {
  const grades = new Map(users.rows.map((row) => [users.cell(row, 'sourcedId'), list(users.cell(row, 'grades'))[0]]));
  const roles = new Map<string, RoleHeld[]>();
  for (const row of given.rows) {
    const cells = given.required(row, ['userSourcedId', 'orgSourcedId', 'role']);
    if (!cells) named.push(given.cell(row, 'userSourcedId') ?? '');
    if (!cells || given.cell(row, 'status') === 'tobedeleted') continue;
    const held = { org: cells.orgSourcedId, role: cells.role, grade: grades.get(cells.userSourcedId) };
    roles.set(cells.userSourcedId, [...(roles.get(cells.userSourcedId) ?? []), held]);
  }
  return roles;
}

/** Who belongs to which child: a user names the others as agents, and the other's role says as what. */
function relationsOf(users: Sheet, roles: ReadonlyMap<string, readonly RoleHeld[]>): readonly RelationshipRow[] {
  const isPupil = (id: string) => roles.get(id)?.some(({ role }) => role === 'student') ?? false;
  return users.rows.flatMap((row) => {
    const sourceId = users.cell(row, 'sourcedId') ?? '';
    if (!isPupil(sourceId)) return [];
    return list(users.cell(row, 'agentSourcedIds')).map((contact): RelationshipRow => {
      const relationship = relationshipOf(roles.get(contact)?.[0]?.role ?? '');
      return { file: users.file, line: row.line, sourceId, contact, relationship };
    });
  });
}

/** Reads OneRoster CSV files of version 1.1 and 1.2; which of them it is shows in whether there are roles.csv. */
export function readOneRoster(tables: ReadonlyMap<string, Table>): Omit<Roster, 'unread'> {
  const faults: RosterFault[] = [];
  const named: string[] = [];
  const sheet = (name: string) => sheetOf([name], tables, faults);
  const [users, given] = [sheet('users.csv'), sheet('roles.csv')];
  const roles = given.there ? rolesGiven(given, users, named) : rolesOfUsers(users);
  return readPeople({
    orgs: sheet('orgs.csv'),
    users,
    demographics: sheet('demographics.csv'),
    classes: sheet('classes.csv'),
    enrolments: sheet('enrollments.csv'),
    faults,
    named,
    roles,
    relations: relationsOf(users, roles),
    saysRelationships: tables.get('users.csv')?.columns.has('agentsourcedids') ?? false,
    names: { class: 'classSourcedId', user: 'userSourcedId' },
    gone: (row) =>
      users.cell(row, 'status') === 'tobedeleted' || users.cell(row, 'enabledUser')?.toLowerCase() === 'false',
  });
}
