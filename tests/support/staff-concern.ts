import type { staffConcern } from '../../src/areas/staff-concerns/record.ts';
import type { ValuesOf } from '../../src/records/fields.ts';
import { people } from './kernel.ts';

/** What a concern about an adult may say. */
export const aStaffConcern = ({
  at,
  ...more
}: { readonly at: string } & Partial<ValuesOf<(typeof staffConcern)['fields']>>): ValuesOf<
  (typeof staffConcern)['fields']
> => ({
  ...({ status: 'submitted', managedBy: 'head', subjectState: 'resolved' } as const),
  ...{ subjectAsTyped: 'Mr Harris', subjectId: people.tom.person, subjectName: 'Tom Harris' },
  ...{ words: 'He drove a pupil home alone.', whenAsTyped: 'yesterday', reportedAt: at },
  ...{ reporterId: people.daniel.person, reporterName: people.daniel.name },
  ...more,
});
