import type { RosterFile } from '../../src/areas/people/roster/rows.ts';

/** A file of a roster as UTF-8. */
export const rosterFile = (name: string, ...lines: readonly string[]): RosterFile => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`),
});

export interface InventedPupil {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  /** ISO date. */
  readonly born?: string;
  readonly year?: string;
  readonly form?: string;
}

/** A School Data Sync (England) roster of one school with these children. */
export function ukRoster(pupils: readonly InventedPupil[], school = '9990001'): readonly RosterFile[] {
  const forms = [...new Set(pupils.flatMap(({ form }) => form ?? []))];
  return [
    rosterFile('School.csv', 'DfE Number,Name', `${school},Invented School`),
    rosterFile(
      'Student.csv',
      'ID,School DfE Number,First Name,Last Name,Grade,Status,Birthdate',
      ...pupils.map(({ id, given, family, year = '7', born = '' }) =>
        [id, school, given, family, year, 'Active', born].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
      ),
    ),
    rosterFile(
      'Section.csv',
      'ID,School DfE Number,Section Name',
      ...forms.map((form) => `f-${form},${school},${form}`),
    ),
    rosterFile(
      'StudentEnrollment.csv',
      'Section ID,ID',
      ...pupils.flatMap(({ id, form }) => (form === undefined ? [] : [`f-${form},${id}`])),
    ),
  ];
}

/** So many invented children in forms of thirty. */
export const manyPupils = (count: number): readonly InventedPupil[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    given: `Given${n % 211}`,
    family: `Family${n}`,
    born: `20${String(9 + (n % 6)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    year: String(7 + (n % 5)),
    form: `${7 + (n % 5)}${String.fromCharCode(65 + (Math.floor(n / 150) % 26))}`,
  }));
