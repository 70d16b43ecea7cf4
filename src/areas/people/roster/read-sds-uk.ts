import { formGroupOf } from './form-group.ts';
import { presentValues } from './present-values.ts';
import type { Table, TableRow } from './read-table.ts';
import type { AtOrg, PupilRow, Roster, RosterFault, StaffRow } from './rows.ts';
import { sheetOf, type Sheet } from './sheet.ts';
import { upnOf } from './upn.ts';
import { yearGroupOf } from './year-group.ts';

const person = ['ID', 'School DfE Number', 'First Name', 'Last Name'] as const;
const gone = /^(inactive|deleted|left)$/i;

/** Forms of children: those of their classes whose name is a form's, when there is one such. */
function formsOf(sections: Sheet, enrolments: Sheet): (pupil: string) => string | undefined {
  const forms = new Map<string, string>();
  for (const row of sections.rows) {
    const form = formGroupOf(sections.cell(row, 'Section Name') ?? '');
    const id = sections.cell(row, 'ID');
    if (form !== undefined && id !== undefined) forms.set(id, form);
  }
  const found = new Map<string, Set<string>>();
  for (const row of enrolments.rows) {
    const [section, pupil] = [enrolments.cell(row, 'Section ID') ?? '', enrolments.cell(row, 'ID') ?? ''];
    const form = forms.get(section);
    if (form !== undefined) found.set(pupil, (found.get(pupil) ?? new Set()).add(form));
  }
  return (pupil) => {
    const of = found.get(pupil);
    return of?.size === 1 ? [...of][0] : undefined;
  };
}

/** Reads School Data Sync's English CSV files: School, Student, Teacher, Section, StudentEnrollment, TeacherRoster. */
export function readSdsUk(tables: ReadonlyMap<string, Table>): Omit<Roster, 'unread'> {
  const faults: RosterFault[] = [];
  const named: string[] = [];
  const sheet = (name: string) => sheetOf([name], tables, faults);
  const [schools, students, teachers] = [sheet('School.csv'), sheet('Student.csv'), sheet('Teacher.csv')];
  const formOf = formsOf(sheet('Section.csv'), sheet('StudentEnrollment.csv'));

  const rowsOf = <R extends PupilRow | StaffRow>(
    from: Sheet,
    build: (row: TableRow, cells: Readonly<Record<(typeof person)[number], string>>) => R,
  ) =>
    from.rows.flatMap((row): AtOrg<R>[] => {
      const cells = from.required(row, person);
      const id = from.cell(row, 'ID');
      if (!cells && id !== undefined) named.push(id);
      if (!cells || gone.test(from.cell(row, 'Status') ?? '')) return [];
      return [{ org: cells['School DfE Number'], row: build(row, cells) }];
    });

  return {
    orgs: schools.rows.flatMap((row) => {
      const cells = schools.required(row, ['DfE Number', 'Name']);
      return cells ? [{ sourceId: cells['DfE Number'], name: cells.Name }] : [];
    }),
    pupils: rowsOf(students, (row, cells): PupilRow => ({
      file: students.file,
      line: row.line,
      sourceId: cells.ID,
      givenName: cells['First Name'],
      familyName: cells['Last Name'],
      ...presentValues({
        middleNames: students.cell(row, 'Middle Name')?.slice(0, 120),
        knownAs: (students.cell(row, 'Preferred Name') ?? students.cell(row, 'Known As'))?.slice(0, 120),
        birthDate: students.date(row, 'Birthdate'),
        upn: upnOf(...['UPN', 'Student Number', 'State ID'].map((name) => students.cell(row, name))),
        yearGroup: yearGroupOf(students.cell(row, 'Grade') ?? ''),
        formGroup: formOf(cells.ID),
      }),
    })),
    staff: rowsOf(teachers, (row, cells): StaffRow => ({
      file: teachers.file,
      line: row.line,
      sourceId: cells.ID,
      name: `${cells['First Name']} ${cells['Last Name']}`,
      ...presentValues({
        job: teachers.cell(row, 'Title')?.slice(0, 255),
        email: [teachers.cell(row, 'Secondary Email'), teachers.cell(row, 'Username')].find((text) =>
          text?.includes('@'),
        ),
      }),
    })),
    contacts: [],
    relationships: [],
    saysRelationships: false,
    named,
    faults,
  };
}
