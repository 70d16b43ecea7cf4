import { formGroupOf } from './form-group.ts';
import { presentValues } from './present-values.ts';
import type { AtOrg, ContactRow, PupilRow, RelationshipRow, Roster, RosterFault, StaffRow } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { TableRow } from './read-table.ts';
import { upnOf } from './upn.ts';
import { yearGroupOf } from './year-group.ts';

/** What somebody is at one school. */
export interface RoleHeld {
  readonly org: string;
  readonly role: string;
  readonly grade: string | undefined;
}

/** What the two families of rosters that go by `sourcedId` (School Data Sync 2.1, OneRoster) say in different places. */
export interface PeopleSource {
  readonly orgs: Sheet;
  readonly users: Sheet;
  readonly demographics: Sheet;
  readonly classes: Sheet;
  readonly enrolments: Sheet;
  readonly faults: RosterFault[];
  /** Ids of people about whom a row could not be used. */
  readonly named: string[];
  /** Roles of users by their id. */
  readonly roles: ReadonlyMap<string, readonly RoleHeld[]>;
  readonly relations: readonly RelationshipRow[];
  readonly saysRelationships: boolean;
  /** Names of columns that differ. */
  readonly names: { readonly class: string; readonly user: string };
  /** Whether a user's row says that the person is no longer there. */
  gone(row: TableRow): boolean;
}

const pupilRole = /^(student|pupil)$/i;
const staffRole = /^(?!student$|pupil$|parent$|guardian$|relative$|other$|relationship$)/i;

/** Forms by pupils' ids: a class that is called a home room, or bears a form's name; several say nothing. */
function formsOf({ classes, enrolments, names }: PeopleSource): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const row of classes.rows) {
    const title = classes.cell(row, 'title') ?? '';
    const homeRoom = /^homeroom$/i.test(classes.cell(row, 'classType') ?? '') && title !== '';
    const form = formGroupOf(title) ?? (homeRoom ? title.slice(0, 20) : undefined);
    if (form !== undefined) forms.set(classes.cell(row, 'sourcedId') ?? '', form);
  }
  const found = new Map<string, Set<string>>();
  for (const row of enrolments.rows) {
    const form = forms.get(enrolments.cell(row, names.class) ?? '');
    const pupil = enrolments.cell(row, names.user);
    if (form !== undefined && pupil !== undefined) found.set(pupil, (found.get(pupil) ?? new Set()).add(form));
  }
  return new Map([...found].flatMap(([pupil, of]) => (of.size === 1 ? [[pupil, [...of].join('')] as const] : [])));
}

function birthDatesOf({ demographics }: PeopleSource): ReadonlyMap<string, string> {
  return new Map(
    demographics.rows.flatMap((row) => {
      const id = demographics.cell(row, 'userSourcedId') ?? demographics.cell(row, 'sourcedId');
      const date = demographics.date(row, 'birthDate');
      return id !== undefined && date !== undefined ? [[id, date] as const] : [];
    }),
  );
}

const emailOf = (...texts: readonly (string | undefined)[]) => texts.find((text) => text?.includes('@'))?.slice(0, 255);

/** Turns users, their roles and their classes into the children, staff and contacts of a roster. */
export function readPeople(source: PeopleSource): Omit<Roster, 'unread'> {
  const { orgs, users, roles, relations, faults, named } = source;
  const forms = formsOf(source);
  const births = birthDatesOf(source);
  const contactIds = new Set(relations.map(({ contact }) => contact));
  const pupils: AtOrg<PupilRow>[] = [];
  const staff: AtOrg<StaffRow>[] = [];
  const contacts: ContactRow[] = [];

  for (const row of users.rows) {
    const cells = users.required(row, ['sourcedId', 'givenName', 'familyName']);
    const cell = (name: string) => users.cell(row, name);
    if (!cells) {
      const id = cell('sourcedId');
      if (id !== undefined) named.push(id);
      continue;
    }
    if (source.gone(row)) continue;
    const { sourcedId, givenName, familyName } = cells;
    const place = { file: users.file, line: row.line, sourceId: sourcedId };
    const held = roles.get(sourcedId) ?? [];
    if (held.length === 0 && !contactIds.has(sourcedId)) {
      users.fault(row, 'sourcedId', 'No role at any school is given, so the row was left out.');
      named.push(sourcedId);
    }
    const email = emailOf(cell('email'), cell('activeDirectoryMatchId'), cell('username'));
    const phone = (cell('phone') ?? cell('sms'))?.slice(0, 60);
    if (contactIds.has(sourcedId))
      contacts.push({ ...place, givenName, familyName, ...presentValues({ email, phone }) });
    for (const org of new Set(held.map((one) => one.org))) {
      const here = held.filter((one) => one.org === org);
      const pupil = here.find(({ role }) => pupilRole.test(role));
      if (pupil) {
        const more = presentValues({
          middleNames: cell('middleName')?.slice(0, 120),
          knownAs: (cell('preferredGivenName') ?? cell('preferredFirstName'))?.slice(0, 120),
          birthDate: births.get(sourcedId),
          upn: upnOf(cell('identifier'), ...((cell('userIds') ?? '').match(/[A-Z]\d{11}[\dA-Z]/gi) ?? [])),
          yearGroup: yearGroupOf(pupil.grade ?? ''),
          formGroup: forms.get(sourcedId),
        });
        pupils.push({ org, row: { ...place, givenName, familyName, ...more } });
      } else if (here.some(({ role }) => staffRole.test(role))) {
        staff.push({ org, row: { ...place, name: `${givenName} ${familyName}`, ...presentValues({ email }) } });
      }
    }
  }
  const schools = orgs.rows.flatMap((row) => {
    const cells = orgs.required(row, ['sourcedId', 'name']);
    return cells ? [{ sourceId: cells.sourcedId, name: cells.name }] : [];
  });
  const { saysRelationships } = source;
  return { orgs: schools, pupils, staff, contacts, relationships: relations, saysRelationships, named, faults };
}
