import type { RosterProgress, RosterRun, RosterSource, SchoolName } from '../areas/people/contract.ts';
import type { Clock } from '../ports/clock.ts';

interface Begun {
  readonly school: SchoolName;
  readonly source: RosterSource;
  readonly byName: string;
  /** Form key under which it was begun: a second arrival is the same import. */
  readonly form?: string;
}

export interface ImportRuns {
  /** @returns how to say how far it is and that it has ended; undefined while another goes on at the school */
  begin(begun: Begun): { tell(progress: RosterProgress): void; end(how: Omit<EndOf, 'at'>): void } | undefined;
  /** The imports that go on at these schools, and of each other school the last that did. */
  of(schools: readonly string[]): readonly RosterRun[];
  /** Whether an import was begun under this form. */
  knows(form: string): boolean;
}
type EndOf = NonNullable<RosterRun['ended']>;

/** One import at a time at each school, whoever begins it: a person at the tab or the command at the machine. Counts only. */
export function createImportRuns(clock: Clock): ImportRuns {
  const last = new Map<string, { readonly form: string | undefined; run: RosterRun }>();
  return {
    begin({ form, ...begun }) {
      const before = last.get(begun.school.id);
      if (before && !before.run.ended) return undefined;
      const kept = { form, run: { ...begun, startedAt: clock.now(), done: 0, of: 0 } as RosterRun };
      last.set(begun.school.id, kept);
      return {
        tell: ({ done, of }) => void (kept.run = { ...kept.run, done, of }),
        end: (how) => void (kept.run = { ...kept.run, ended: { at: clock.now(), ...how } }),
      };
    },
    of: (schools) => schools.flatMap((id) => last.get(id)?.run ?? []),
    knows: (form) => [...last.values()].some((one) => one.form === form),
  };
}
