import { cast, demo, schools } from '../cast.ts';
import { namedRoll as roll } from '../trust/named-roll.ts';
import { stableGuid } from '../stable-guid.ts';
import type { Person } from './person.ts';

/** Who has an account in the trust's tenant, and which groups it keeps. All invented. */

/** Pupils without an account: a real school always has some, and a roster made of accounts does not show them. */
const withoutAccount: ReadonlySet<string> = new Set([
  'Nell Finch 7A',
  "Jakub O'Brien-Łukasz 8C",
  'Yusra Hassan 9B',
  'Dominik Kaczmarek 10B',
]);

/** Those of the staff whom School Data Sync brings in; the others have an account and no role in education. */
const teachers: ReadonlySet<string> = new Set(['daniel', 'priya', 'tom', 'margaret', 'ines', 'zoe']);

const domain = 'kestrelvale.example';
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll(/[^A-Za-z-]/g, '')
    .toLowerCase();

const staff: readonly Person[] = cast.map(({ key, id, name, job, userPrincipalName, school }, n) => {
  const [givenName = '', surname = ''] = name.split(' ');
  return {
    id,
    givenName,
    surname,
    displayName: name,
    userPrincipalName,
    mail: userPrincipalName,
    jobTitle: job,
    department: schools.find(({ id: known }) => known === school)?.name ?? demo.tenantName,
    employeeId: `S${String(1001 + n)}`,
    accountEnabled: true,
    userType: 'Member',
    education: teachers.has(key) ? { role: 'teacher', number: `S${String(1001 + n)}` } : undefined,
  };
});

const pupils: readonly Person[] = roll.flatMap(([givenName, surname, form], n) => {
  if (withoutAccount.has(`${givenName} ${surname} ${form}`)) return [];
  const before = roll.slice(0, n).filter(([given, family]) => given === givenName && family === surname).length;
  const address = `${plain(givenName)}.${plain(surname)}${before === 0 ? '' : String(before + 1)}@pupils.${domain}`;
  return [
    {
      id: stableGuid(`pupil ${givenName} ${surname} ${form}`),
      givenName,
      surname,
      displayName: `${givenName} ${surname}`,
      userPrincipalName: address,
      mail: address,
      jobTitle: null,
      department: `Year ${parseInt(form)}`,
      employeeId: null,
      accountEnabled: true,
      userType: 'Member' as const,
      education: { role: 'student' as const, number: String(20_001 + n), form },
    },
  ];
});

/** Somebody who left, and a social worker who is a guest: neither may be taken for staff. */
const others: readonly Person[] = [
  {
    id: stableGuid('person gavin tull'),
    givenName: 'Gavin',
    surname: 'Tull',
    displayName: 'Gavin Tull',
    userPrincipalName: `gavin.tull@${domain}`,
    mail: `gavin.tull@${domain}`,
    jobTitle: 'Teacher',
    department: demo.school.name,
    employeeId: 'S0950',
    accountEnabled: false,
    userType: 'Member',
    education: undefined,
  },
  {
    id: stableGuid('person bola adeniran'),
    givenName: 'Bola',
    surname: 'Adeniran',
    displayName: 'Bola Adeniran (Brackenshire)',
    userPrincipalName: `bola.adeniran_brackenshire.example#EXT#@${domain}`,
    mail: 'bola.adeniran@brackenshire.example',
    jobTitle: null,
    department: null,
    employeeId: null,
    accountEnabled: true,
    userType: 'Guest',
    education: undefined,
  },
];

export const people: readonly Person[] = [...staff, ...pupils, ...others];

/** A group as it begins. Members are people or other groups. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly mailNickname: string;
  /** A Microsoft 365 group (with a mailbox; a team may stand on it) or a security group. */
  readonly kind: 'unified' | 'security';
  readonly members: readonly string[];
}

const idsOf = (...keys: readonly string[]) => cast.filter(({ key }) => keys.includes(key)).map(({ id }) => id);

export const groupIds = {
  trustStaff: stableGuid('group trust staff'),
  staff: stableGuid('group harrowmere staff'),
  teaching: stableGuid('group harrowmere teaching'),
  safeguarding: stableGuid('group harrowmere safeguarding'),
  attendance: stableGuid('group harrowmere attendance'),
  /** The team of the safeguarding leads; its group has the same id, as in Microsoft 365. */
  team: '6b1c7a1e-4444-4444-8444-000000000001',
} as const;

/** The id of a class, which is that of its group too. */
export const classId = (form: string) => stableGuid(`class ${form}`);

const forms = [...new Set(roll.map(([, , form]) => form))].sort();
const tutors = staff.filter(({ education }) => education !== undefined);

/** A form of the school with its tutor. */
export interface SchoolClass {
  readonly id: string;
  readonly form: string;
  readonly tutor: string;
}

export const classes: readonly SchoolClass[] = forms.map((form, n) => ({
  id: classId(form),
  form,
  tutor: tutors[n % tutors.length]?.id ?? '',
}));

const security = (id: string, displayName: string, members: readonly string[]): Group => ({
  id,
  displayName,
  description: '',
  mailNickname: plain(displayName),
  kind: 'security',
  members,
});

export const groups: readonly Group[] = [
  // One in the other, three deep: who asks for direct members only does not find the people.
  security(groupIds.trustStaff, `${demo.tenantName} staff`, [groupIds.staff]),
  security(groupIds.staff, `${demo.school.name} staff`, [
    groupIds.teaching,
    groupIds.safeguarding,
    ...idsOf('margaret', 'ines', 'kayleigh'),
  ]),
  security(groupIds.teaching, `${demo.school.name} teaching staff`, idsOf('daniel', 'zoe', 'ines')),
  security(groupIds.safeguarding, `${demo.school.name} safeguarding team`, idsOf('priya', 'tom', 'sheila')),
  security(groupIds.attendance, `${demo.school.name} attendance team`, idsOf('nisha', 'robbie')),
  {
    id: groupIds.team,
    displayName: 'Harrowmere Safeguarding',
    description: 'Safeguarding leads of Harrowmere Academy',
    mailNickname: 'harrowmeresafeguarding',
    kind: 'unified',
    members: idsOf('priya', 'tom', 'sheila'),
  },
  ...classes.map(({ id, form, tutor }): Group => ({
    id,
    displayName: form,
    description: `Form ${form}`,
    mailNickname: `form${form.toLowerCase()}`,
    kind: 'unified',
    members: [tutor, ...pupils.filter(({ education }) => education?.form === form).map((pupil) => pupil.id)],
  })),
];
