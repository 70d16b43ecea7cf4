import type { Doer, Entry, Fact, Known } from '../areas/journal/rules.ts';
import { rolesEver, staffEver } from '../areas/journal/queries.ts';
import type { Restricted } from '../access/types.ts';
import type { JournalReader } from '../journal/journal-reader.ts';
import type { Store } from '../perform/store.ts';
import type { RecordType } from '../records/define-record.ts';
import type { Query } from '../records/query.ts';

export interface FactParts {
  readonly tenant: string;
  readonly reader: Pick<JournalReader, 'records'>;
  readonly store: Pick<Store, 'rows'>;
  readonly types: readonly RecordType[];
  /** By which fields a record lies in the restricted register. */
  readonly restricted: Restricted;
  /** Where somebody belongs whom no list names: the school to which their reports go. */
  readonly firstSchool: string;
  /** Lantern's own identities, with their names. */
  readonly own: ReadonlyMap<string, string>;
}

/** What a record's line needs beside its reference, where a record has it. */
const told = ['concernId', 'childId', 'pupilId', 'record', 'personName', 'role'];
/** A child's record has a name too, and it is never fetched. */
const named: ReadonlySet<string> = new Set(['staffMember']);

/** What is learnt of records and persons for one answer; each is asked for once. */
export interface KnownFacts extends Known {
  /** Learns of what some entries are about and of who did it. */
  learn(entries: readonly Pick<Entry, 'about' | 'subjects' | 'actor'>[]): Promise<void>;
}

export function createKnownFacts({
  tenant,
  reader,
  store,
  types,
  restricted,
  own,
  firstSchool,
}: FactParts): KnownFacts {
  const facts = new Map<string, Fact>();
  const doers = new Map<string, Doer>();
  const asked = new Set<string>();
  const typeOf = new Map(types.map((type) => [type.name, type]));
  const columnsOf = ({ name, fields }: RecordType) => [
    ...told.filter((field) => Object.hasOwn(fields, field)),
    ...(named.has(name) ? ['name'] : []),
    ...Object.keys(restricted[name] ?? {}),
  ];

  async function find(type: RecordType, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const row of await reader.records(tenant, type, ids, columnsOf(type)))
      facts.set(row.id, { ...row, type: type.name });
  }

  /** A list is nearly always of the class that it is about, so that table is asked first and the others for the rest. */
  async function learnRecords(entries: readonly Pick<Entry, 'about' | 'subjects'>[]): Promise<void> {
    const unknown = new Map<string, string[]>();
    for (const { about, subjects } of entries)
      for (const id of subjects) {
        if (asked.has(id)) continue;
        asked.add(id);
        const type = typeOf.has(about) ? about : '';
        unknown.set(type, [...(unknown.get(type) ?? []), id]);
      }
    for (const [about, ids] of unknown) {
      const type = typeOf.get(about);
      if (type) await find(type, ids);
    }
    const ids = [...unknown.values()].flat();
    for (const type of types) {
      const rest = ids.filter((id) => !facts.has(id));
      await find(type, rest);
    }
    const above = [...facts.values()].flatMap(({ concernId }) =>
      typeof concernId === 'string' && concernId !== '' && !asked.has(concernId) ? [concernId] : [],
    );
    if (above.length > 0) await learnRecords([{ about: 'concern', subjects: above }]);
  }

  const rows = async (query: Query<{ person: string }, { school: string; name: string }>, person: string) =>
    (await store.rows(tenant, query, { person })) as readonly { readonly school: string; readonly name: string }[];

  async function learnDoer(person: string): Promise<void> {
    const itself = own.get(person);
    if (itself !== undefined) return void doers.set(person, { name: itself, schools: [] });
    const staff = await rows(staffEver, person);
    const roles = await rows(rolesEver, person);
    const found = [...staff, ...roles];
    const schools = [...new Set(found.map(({ school }) => school))];
    doers.set(person, { name: found[0]?.name, schools: schools.length > 0 ? schools : [firstSchool] });
  }

  return {
    facts,
    doers,
    async learn(entries) {
      await learnRecords(entries);
      for (const person of new Set(entries.map(({ actor }) => actor))) if (!doers.has(person)) await learnDoer(person);
    },
  };
}
