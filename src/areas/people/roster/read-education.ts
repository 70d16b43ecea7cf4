import { z } from 'zod';
import type { EducationClass, SyncedSchool } from '../../../ports/education.ts';
import { formGroupOf } from './form-group.ts';
import { presentValues } from './present-values.ts';
import type { AtOrg, PupilRow, Roster, RosterFault, StaffRow } from './rows.ts';
import { yearGroupOf } from './year-group.ts';

const longest = 120;
const text = z.string().nullish();
const person = z.object({
  id: z.string().min(1),
  primaryRole: text,
  givenName: text,
  middleName: text,
  surname: text,
  mail: text,
  userPrincipalName: text,
  userType: text,
  student: z.object({ birthDate: text, externalId: text, grade: text, studentNumber: text }).partial().nullish(),
  teacher: z.object({ externalId: text, teacherNumber: text }).partial().nullish(),
});

/** A year of birth that a pupil can have; Microsoft writes the year 1 where there is none. */
const birthDate = /^(?:19[5-9]\d|20\d\d)-\d\d-\d\d$/;
const said = (...texts: readonly (string | null | undefined)[]) => texts.map((one) => one?.trim()).find((one) => one);

/** Forms by account: those of the classes whose name is a form's; several say nothing. */
function formsOf(classes: readonly EducationClass[]): (id: string) => string | undefined {
  const found = new Map<string, Set<string>>();
  for (const { name, members } of classes) {
    const form = formGroupOf(name);
    if (form === undefined) continue;
    for (const id of members) found.set(id, (found.get(id) ?? new Set()).add(form));
  }
  return (id) => {
    const of = found.get(id);
    return of?.size === 1 ? [...of][0] : undefined;
  };
}

/**
 * Turns what School Data Sync has of a school into a roster. Who is neither a pupil nor a teacher there is passed over.
 * Pupils without an account are not in it, so it is marked as `synced`.
 * https://learn.microsoft.com/graph/api/resources/educationuser
 * @param org the school's id in Microsoft 365
 */
export function readEducation(org: { readonly id: string; readonly name: string }, synced: SyncedSchool): Roster {
  const formOf = formsOf(synced.classes);
  const faults: RosterFault[] = [];
  const named: string[] = [];
  const pupils: AtOrg<PupilRow>[] = [];
  const staff: AtOrg<StaffRow>[] = [];
  let unread = 0;
  for (const [n, user] of synced.users.entries()) {
    const read = person.safeParse(user);
    if (!read.success) {
      faults.push({ file: `School Data Sync, account ${n + 1} of the list`, line: 0, why: 'It cannot be read.' });
      unread++;
      continue;
    }
    const { data } = read;
    const isPupil = data.primaryRole === 'student';
    if (!isPupil && data.primaryRole !== 'teacher') continue;
    const { student, teacher } = data;
    const sourceId = isPupil
      ? (said(student?.externalId, student?.studentNumber) ?? data.id)
      : (said(teacher?.externalId, teacher?.teacherNumber) ?? data.id);
    const place = { file: `School Data Sync, account ${data.id}`, line: 0, sourceId };
    const leaveOut = (column: string, why: string) => {
      faults.push({ file: place.file, line: 0, column, why: `${why} The account was left out.` });
      named.push(sourceId);
    };
    const [givenName, familyName] = [said(data.givenName), said(data.surname)];
    if (data.userType === 'Guest') leaveOut('userType', 'It is a guest’s.');
    else if (givenName === undefined) leaveOut('givenName', 'There is no given name.');
    else if (familyName === undefined) leaveOut('surname', 'There is no family name.');
    else if (givenName.length > longest || familyName.length > longest || sourceId.length > longest)
      leaveOut('displayName', `A name or an id has more than ${longest} characters.`);
    else if (isPupil) {
      const born = said(student?.birthDate)?.slice(0, 10);
      const more = presentValues({
        middleNames: said(data.middleName)?.slice(0, longest),
        birthDate: born !== undefined && birthDate.test(born) ? born : undefined,
        yearGroup: yearGroupOf(student?.grade ?? ''),
        formGroup: formOf(data.id),
      });
      pupils.push({ org: org.id, row: { ...place, givenName, familyName, ...more } });
    } else {
      const email = [data.mail, data.userPrincipalName].find((one) => one?.includes('@'))?.slice(0, 255);
      const name = `${givenName} ${familyName}`.slice(0, 255);
      staff.push({ org: org.id, row: { ...place, name, personId: data.id, ...presentValues({ email }) } });
    }
  }
  return {
    orgs: [{ sourceId: org.id, name: org.name }],
    pupils,
    staff,
    contacts: [],
    relationships: [],
    saysRelationships: false,
    named,
    unread,
    synced: true,
    faults,
  };
}
