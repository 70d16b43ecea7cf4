import { stableGuid } from '../stable-guid.ts';
import type { SchoolId } from '../cast.ts';

/** Somebody who works at a school and reports, beside the cast: nobody signs in as them. */
export interface OtherStaff {
  readonly id: string;
  readonly name: string;
  readonly job: string;
  readonly school: SchoolId;
}

const at = (school: SchoolId, job: string, ...names: string[]): readonly OtherStaff[] =>
  names.map((name) => ({ id: stableGuid(`staff ${name}`), name, job, school }));

export const otherStaff: readonly OtherStaff[] = [
  ...at('harrowmere', 'Teacher', 'Bridget Ash', 'Owen Tregarth', 'Sunita Mehra', 'Callum Reddy', 'Helen Strand'),
  ...at('harrowmere', 'Teacher', 'Marek Zielak', 'Abigail Fenn', 'Joseph Amoah', 'Lorna Pike', 'Yasmin Qadir'),
  ...at('harrowmere', 'Learning support assistant', 'Carol Hobday', 'Devon Clarke'),
  ...at('harrowmere', 'Librarian', 'Judith Penrose'),
  ...at('harrowmere', 'First aider', 'Moira Skelton'),
  ...at('brackenfold', 'Teacher', 'Hannah Sykes', 'Femi Adeyinka', 'Rosie Calder', 'Tariq Baig'),
  ...at('brackenfold', 'Teaching assistant', 'Lynne Oddy', 'Megan Rhys'),
];
