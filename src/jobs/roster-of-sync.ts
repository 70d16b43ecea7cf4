import { createHash } from 'node:crypto';
import { rosterSource } from '../areas/people/fields.ts';
import { fold } from '../areas/people/match-child.ts';
import { formGroupOf } from '../areas/people/roster/form-group.ts';
import { readEducation } from '../areas/people/roster/read-education.ts';
import { rosterOfSchool } from '../areas/people/roster/roster-of-school.ts';
import type { SchoolName } from '../areas/people/contract.ts';
import type { Education } from '../ports/education.ts';
import type { ReadyEnd } from './ready-roster.ts';

const whys = {
  'not-allowed':
    'Lantern may not read School Data Sync here. Ask your IT lead to consent to the application permission EduRoster.Read.All for Lantern, or choose the school’s files.',
  'no-answer':
    'Microsoft 365 gave no whole answer, and a part of a roster is none. Nothing was changed. Try again in a few minutes, or choose the school’s files.',
  none: 'School Data Sync holds no school in this tenant. Choose the school’s files.',
} as const;
const unreadable = (why: string, orgs?: readonly SchoolName[]): ReadyEnd => ({
  ok: false,
  state: 'unreadable',
  why,
  ...(orgs && { orgs }),
});

const nameOf = (name: string) => fold(name).join(' ');

/**
 * Reads one school's roster from School Data Sync.
 * @param schoolName the school's name in Lantern
 * @param org the school's id in Microsoft 365, where a person has said which
 */
export async function rosterOfSync(education: Education, schoolName: string, org?: string): Promise<ReadyEnd> {
  const found = await education.schools();
  if (!found.ok) return unreadable(whys[found.why]);
  const orgs = found.value;
  if (orgs.length === 0) return unreadable(whys.none);
  const sameName = orgs.filter(({ name }) => nameOf(name) === nameOf(schoolName));
  const meant = org === undefined ? sameName : orgs.filter(({ id }) => id === org);
  const school = meant.length === 1 ? meant[0] : undefined;
  if (!school) return unreadable(`None of the schools in School Data Sync is clearly ${schoolName}: say which.`, orgs);
  const read = await education.school(school.id, (name) => formGroupOf(name) !== undefined);
  if (!read.ok) return unreadable(whys[read.why]);
  const roster = readEducation(school, read.value);
  const picked = rosterOfSchool(roster, schoolName, school.id);
  if (!picked.ok) return unreadable(`School Data Sync has no pupil at ${school.name}. Choose the school’s files.`);
  const digest = createHash('sha256').update(JSON.stringify(picked.rows)).digest('hex');
  const format = rosterSource['school-data-sync'];
  return { ok: true, roster: { source: 'school-data-sync', format, rows: picked.rows, faults: roster.faults, digest } };
}
