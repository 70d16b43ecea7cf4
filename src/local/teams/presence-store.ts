import { z } from 'zod';
import type { State } from '../state.ts';

/** What Teams shows of somebody. https://learn.microsoft.com/graph/api/resources/presence */
export const presenceSchema = z.strictObject({
  availability: z.enum([
    'Available',
    'AvailableIdle',
    'Away',
    'BeRightBack',
    'Busy',
    'BusyIdle',
    'DoNotDisturb',
    'Offline',
    'PresenceUnknown',
  ]),
  activity: z.string().min(1),
});
export type Shown = z.output<typeof presenceSchema>;

export interface PresenceStore {
  /** What was set by hand; undefined for those who left it to Teams. */
  of(person: string): Shown | undefined;
  set(person: string, shown: Shown): void;
}

export function createPresenceStore(state: State): PresenceStore {
  const find = state.prepare<[string], string>('select shown from presence where person = ?').pluck();
  const write = state.prepare(
    'insert into presence (person, shown) values (?, ?) on conflict (person) do update set shown = excluded.shown',
  );
  return {
    of(person) {
      const shown = find.get(person);
      return shown === undefined ? undefined : (JSON.parse(shown) as Shown);
    },
    set: (person, shown) => void write.run(person, JSON.stringify(shown)),
  };
}
