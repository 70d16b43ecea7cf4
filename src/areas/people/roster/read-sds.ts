import { readPeople, type RoleHeld } from './read-people.ts';
import type { Table } from './read-table.ts';
import { relationshipOf } from './relationship-of.ts';
import type { RelationshipRow, Roster, RosterFault } from './rows.ts';
import { sheetOf } from './sheet.ts';

/** Reads School Data Sync's CSV files of version 2.1: orgs, users, roles, classes, enrollments, relationships, demographics. */
export function readSds(tables: ReadonlyMap<string, Table>): Omit<Roster, 'unread'> {
  const faults: RosterFault[] = [];
  const named: string[] = [];
  const sheet = (name: string) => sheetOf([name], tables, faults);
  const roles = new Map<string, RoleHeld[]>();
  const given = sheet('roles.csv');
  for (const row of given.rows) {
    const cells = given.required(row, ['userSourcedId', 'orgSourcedId', 'role']);
    if (!cells) named.push(given.cell(row, 'userSourcedId') ?? '');
    if (!cells) continue;
    const held = { org: cells.orgSourcedId, role: cells.role, grade: given.cell(row, 'grade') };
    roles.set(cells.userSourcedId, [...(roles.get(cells.userSourcedId) ?? []), held]);
  }
  const related = sheet('relationships.csv');
  const relations = related.rows.flatMap((row): RelationshipRow[] => {
    const cells = related.required(row, ['userSourcedId', 'relationshipUserSourcedId', 'relationshipRole']);
    if (!cells) return [];
    const relationship = relationshipOf(cells.relationshipRole);
    const [sourceId, contact] = [cells.userSourcedId, cells.relationshipUserSourcedId];
    return [{ file: related.file, line: row.line, sourceId, contact, relationship }];
  });
  return readPeople({
    orgs: sheet('orgs.csv'),
    users: sheet('users.csv'),
    demographics: sheet('demographics.csv'),
    classes: sheet('classes.csv'),
    enrolments: sheet('enrollments.csv'),
    faults,
    named,
    roles,
    relations,
    saysRelationships: related.there,
    names: { class: 'classSourcedId', user: 'userSourcedId' },
    gone: () => false,
  });
}
