import type { State } from '../state.ts';
import { groups, people, type Group } from './directory-data.ts';
import type { Person } from './person.ts';

/** What may change about somebody while the tenant runs; `removed` takes the account away. */
export interface PersonChange {
  readonly accountEnabled?: Person['accountEnabled'] | undefined;
  readonly displayName?: Person['displayName'] | undefined;
  readonly jobTitle?: Person['jobTitle'] | undefined;
  readonly removed?: true | undefined;
}

export interface Directory {
  people(): readonly Person[];
  /** @param key object id or user principal name, however cased */
  person(key: string): Person | undefined;
  /** Somebody of the tenant who receives mail at this address. */
  personAt(address: string): Person | undefined;
  group(id: string): Group | undefined;
  groups(): readonly Group[];
  /** Ids of a group's direct members, people and groups. */
  members(group: Group): readonly string[];
  change(id: string, change: PersonChange): void;
  setMember(group: string, member: string, present: boolean): void;
  /** Ids of those who changed after a place and up to another, and the place of the newest change. */
  changed(after: number, upTo: number): readonly string[];
  newest(): number;
}

export function createDirectory(state: State): Directory {
  const readChange = state.prepare<[string], string>('select change from person_change where id = ?').pluck();
  const writeChange = state.prepare(
    `insert into person_change (id, place, change) values (?, (select coalesce(max(place), 0) + 1 from person_change), ?)
     on conflict (id) do update set place = excluded.place, change = excluded.change`,
  );
  const between = state
    .prepare<[number, number], string>('select id from person_change where place > ? and place <= ?')
    .pluck();
  const newest = state.prepare<[], number>('select coalesce(max(place), 0) from person_change').pluck();
  const memberChanges = state.prepare<[string], { member: string; present: number }>(
    'select member, present from member_change where circle = ?',
  );
  const writeMember = state.prepare(
    `insert into member_change (circle, member, present) values (?, ?, ?)
     on conflict (circle, member) do update set present = excluded.present`,
  );

  const changeOf = (id: string) => JSON.parse(readChange.get(id) ?? '{}') as PersonChange;
  const asNow = (person: Person): readonly Person[] => {
    const { removed, ...change } = changeOf(person.id);
    return removed ? [] : [Object.assign({ ...person }, change)];
  };
  const find = (fits: (person: Person) => boolean) => people.filter(fits).flatMap(asNow)[0];
  const present = (id: string) => groups.some((group) => group.id === id) || find((person) => person.id === id);

  return {
    people: () => people.flatMap(asNow),
    person(key) {
      const wanted = key.toLowerCase();
      return find(({ id, userPrincipalName }) => id === wanted || userPrincipalName.toLowerCase() === wanted);
    },
    personAt: (address) => find(({ mail }) => mail?.toLowerCase() === address.toLowerCase()),
    group: (id) => groups.find((group) => group.id === id.toLowerCase()),
    groups: () => groups,
    members({ id, members }) {
      const held = new Set(members);
      for (const { member, present: there } of memberChanges.all(id))
        if (there === 1) held.add(member);
        else held.delete(member);
      return [...held].filter(present);
    },
    change: (id, change) => void writeChange.run(id, JSON.stringify({ ...changeOf(id), ...change })),
    setMember: (group, member, there) => void writeMember.run(group, member, there ? 1 : 0),
    changed: (after, upTo) => between.all(after, upTo),
    newest: () => newest.get() ?? 0,
  };
}
