import type { GrantedRole } from '../access/types.ts';

/**
 * The people of the demonstration who can sign in, and the fixed ids of its tenant and apps.
 * All invented; telephone numbers are from the range Ofcom keeps for drama.
 */
export const demo = {
  tenantId: '6b1c7a1e-2222-4222-8222-000000000001',
  tenantName: 'Kestrel Vale Learning Trust',
  teamsAppId: '6b1c7a1e-aaaa-4aaa-8aaa-000000000001',
  botAppId: '6b1c7a1e-bbbb-4bbb-8bbb-000000000001',
  apiAppId: '6b1c7a1e-cccc-4ccc-8ccc-000000000001',
  provisionAppId: '6b1c7a1e-dddd-4ddd-8ddd-000000000001',
  /** Microsoft 365 licences: a small trust's, with the lowest ceiling that Microsoft sets. */
  licences: 1_000,
  sharePointHost: 'kestrelvale.sharepoint.com',
  keyVaultHost: 'kestrelvale.vault.azure.net',
  keyVaultKey: 'lantern',
  school: {
    id: 'harrowmere',
    name: 'Harrowmere Academy',
    telephone: '01632 960100',
    sitePath: '/sites/harrowmere-safeguarding',
    staffSitePath: '/sites/harrowmere-staff-concerns',
  },
  primary: {
    id: 'brackenfold',
    name: 'Brackenfold Primary',
    telephone: '01632 960200',
    sitePath: '/sites/brackenfold-safeguarding',
    staffSitePath: '/sites/brackenfold-staff-concerns',
  },
} as const;
/** The trust's schools; a report of somebody whom no staff list knows goes to the first. */
export const schools = [demo.school, demo.primary] as const;
export type SchoolId = (typeof schools)[number]['id'];

export interface CastMember {
  /** Short name: the Playground instance, the sign-in link. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly job: string;
  readonly userPrincipalName: string;
  /** Whose staff list they are on; a chair of governors is on none. */
  readonly school?: SchoolId;
  /** What that school has granted them. */
  readonly roles: readonly GrantedRole[];
  /** The trust's other schools have granted them the same. */
  readonly everywhere?: true;
  /** Has a chat window (a Playground instance) in `npm start`. */
  readonly chat?: true;
}

const person = (n: number, key: string, name: string, job: string, ...roles: GrantedRole[]): CastMember => ({
  key,
  id: `6b1c7a1e-1111-4111-8111-0000000000${String(n).padStart(2, '0')}`,
  name,
  job,
  userPrincipalName: `${name.toLowerCase().replace(' ', '.')}@kestrelvale.example`,
  school: 'harrowmere',
  roles,
});
const withChat = (member: CastMember): CastMember => ({ ...member, chat: true });
const atBrackenfold = (member: CastMember): CastMember => ({ ...member, school: 'brackenfold' });
const everywhere = (member: CastMember): CastMember => ({ ...member, everywhere: true });
const onNoList = ({ school: _none, ...member }: CastMember): CastMember => member;

/** Roles of AP, of looked-after children and of governors come with the areas that know them. */
export const cast: readonly CastMember[] = [
  withChat(person(1, 'daniel', 'Daniel Osei', 'Teacher')),
  withChat(person(2, 'priya', 'Priya Raman', 'Designated safeguarding lead', 'dsl')),
  person(3, 'tom', 'Tom Whitlock', 'Deputy safeguarding lead', 'deputy'),
  person(4, 'sheila', 'Sheila Brandt', 'Safeguarding administrator', 'safeguarding-administrator'),
  person(5, 'margaret', 'Margaret Eaves', 'Head', 'head'),
  person(6, 'ines', 'Ines Duarte', 'SENCo', 'senco'),
  person(7, 'kayleigh', 'Kayleigh Marsh', 'Pastoral lead', 'pastoral-lead'),
  person(8, 'zoe', 'Zoe Lund', 'Supply teacher'),
  person(9, 'nisha', 'Nisha Bakshi', 'Attendance officer', 'attendance-lead'),
  person(10, 'robbie', 'Robbie Tait', 'Alternative provision coordinator'),
  person(11, 'grace', 'Grace Tallis', 'Designated teacher'),
  atBrackenfold(person(12, 'ruth', 'Ruth Appleyard', 'Head and safeguarding lead', 'dsl', 'head')),
  atBrackenfold(person(13, 'pat', 'Pat Noble', 'Lunchtime supervisor')),
  everywhere(person(14, 'colm', 'Colm Rafferty', 'Trust safeguarding lead', 'trust-lead')),
  everywhere(onNoList(person(15, 'alan', 'Alan Fairweather', 'Chair of governors', 'chair-of-governors'))),
  everywhere(person(16, 'leila', 'Leila Novak', 'IT lead', 'tenant-admin')),
];

/** @throws Error when nobody of the cast bears this key */
export function castMember(key: string): CastMember {
  const found = cast.find((member) => member.key === key);
  if (!found) throw new Error(`nobody in the demonstration is called ${key}`);
  return found;
}
