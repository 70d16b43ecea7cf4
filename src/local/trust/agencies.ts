import type { agencyKind } from '../../areas/people/fields.ts';
import type { SchoolId } from '../cast.ts';

interface DemoAgency {
  readonly kind: keyof typeof agencyKind;
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly outOfHours?: string;
}

/** Whom both schools of the trust work with. All invented; telephone numbers are from the range Ofcom keeps for drama. */
const shared: readonly DemoAgency[] = [
  {
    kind: 'mash',
    name: 'Kestrel Vale MASH',
    phone: '01632 960700',
    email: 'mash@kestrelvale-council.example',
    outOfHours: 'Monday to Friday until five. After that the emergency duty team.',
  },
  {
    kind: 'edt',
    name: 'Kestrel Vale emergency duty team',
    phone: '01632 960701',
    outOfHours: 'Evenings after five, weekends and bank holidays.',
  },
  {
    kind: 'police',
    name: 'Vale Police, safeguarding hub',
    phone: '01632 960702',
    outOfHours: '999 if a child is in danger now, otherwise 101.',
  },
  {
    kind: 'lado',
    name: 'Kestrel Vale LADO',
    phone: '01632 960703',
    email: 'lado@kestrelvale-council.example',
  },
  {
    kind: 'camhs',
    name: 'Vale CAMHS, single point of access',
    phone: '01632 960704',
    outOfHours: 'The crisis line answers at night: 01632 960705.',
  },
  {
    kind: 'early-help-family-hub',
    name: 'Family Hub East',
    phone: '01632 960706',
    email: 'familyhub.east@kestrelvale-council.example',
  },
];

const own: Readonly<Record<SchoolId, readonly DemoAgency[]>> = {
  harrowmere: [
    { kind: 'youth-justice', name: 'Kestrel Vale youth justice service', phone: '01632 960707' },
    { kind: 'other-school', name: 'Brackenfold Primary, safeguarding lead', phone: '01632 960220' },
  ],
  brackenfold: [
    { kind: 'school-nursing', name: 'Vale school nursing, primary team', phone: '01632 960708' },
    { kind: 'other-school', name: 'Harrowmere Academy, safeguarding lead', phone: '01632 960114' },
  ],
};

/** The agencies on a school's list. */
export const agenciesOf = (school: SchoolId): readonly DemoAgency[] => [...shared, ...own[school]];
