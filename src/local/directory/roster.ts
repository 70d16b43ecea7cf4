import type { EducationClass, EducationSchool, EducationUser } from '@microsoft/microsoft-graph-types';
import { demo } from '../cast.ts';
import { stableGuid } from '../stable-guid.ts';
import type { SchoolClass } from './directory-data.ts';
import type { Person } from './person.ts';

const bySync = { externalSource: 'sis', externalSourceDetail: 'School Data Sync' } as const;

/** https://learn.microsoft.com/graph/api/resources/educationschool */
export const school: EducationSchool & { id: string } = {
  id: stableGuid(`school ${demo.school.id}`),
  displayName: demo.school.name,
  description: demo.school.name,
  ...bySync,
  externalId: '149213',
  schoolNumber: '149213',
  lowestGrade: '7',
  highestGrade: '11',
  principalName: 'Margaret Eaves',
  principalEmail: 'margaret.eaves@kestrelvale.example',
  phone: '01632 960100',
};

/** https://learn.microsoft.com/graph/api/resources/educationuser: the same id as the user's. */
export function presentRosterPerson(person: Person): EducationUser & { id: string } {
  const { education } = person;
  return {
    id: person.id,
    primaryRole: education?.role ?? 'none',
    displayName: person.displayName,
    givenName: person.givenName,
    middleName: null,
    surname: person.surname,
    mail: person.mail,
    userPrincipalName: person.userPrincipalName,
    accountEnabled: person.accountEnabled,
    userType: person.userType,
    ...bySync,
    student:
      education?.role === 'student'
        ? {
            externalId: education.number,
            studentNumber: education.number,
            grade: String(parseInt(education.form ?? '')),
          }
        : null,
    teacher: education?.role === 'teacher' ? { externalId: education.number, teacherNumber: education.number } : null,
    relatedContacts: [],
  };
}

/** https://learn.microsoft.com/graph/api/resources/educationclass */
export const presentClass = ({ id, form }: SchoolClass): EducationClass & { id: string } => ({
  id,
  displayName: form,
  description: `Form ${form}`,
  mailNickname: `form${form.toLowerCase()}`,
  classCode: form,
  ...bySync,
  externalId: form,
  externalName: form,
  grade: String(parseInt(form)),
});

/** Whether School Data Sync knows somebody. */
export const onRoll = ({ education }: Person) => education !== undefined;
