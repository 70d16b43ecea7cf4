import { z } from 'zod';
import { admits, reachOf } from '../access/reach.ts';
import type { Rules } from '../access/rules.ts';
import type { Actor, Identity } from '../access/types.ts';
import { cameFrom, journalClass, journalKind, mostExported } from '../areas/journal/fields.ts';
import type { CameFrom, JournalClass, JournalKind, JournalPage } from '../areas/journal/contract.ts';
import { hangingOn } from '../areas/journal/queries.ts';
import type { JournalDoor } from '../areas/journal/routes.ts';
import type { May } from '../areas/journal/rules.ts';
import { exportJournal, listJournal, lookAtUnusualReading, readWhoHasSeen } from '../areas/journal/views.ts';
import { answerersOfSchool } from '../areas/people/queries.ts';
import { peopleByName } from '../areas/roles/queries.ts';
import type { JournalReader } from '../journal/journal-reader.ts';
import type { ActorOf } from '../perform/actors.ts';
import { invalidInput } from '../perform/invalid-input.ts';
import type { Result } from '../perform/problem.ts';
import { refuse } from '../perform/problem.ts';
import type { Read, Shown } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { schoolDay } from '../records/school-day.ts';
import { gatherEntries } from './gather-entries.ts';
import { gatherUnusual } from './gather-unusual.ts';
import { createKnownFacts, type FactParts } from './known-facts.ts';
import type { PageMarks } from './page-mark.ts';
import { upToDate } from './up-to-date.ts';

export interface JournalDeskParts extends FactParts {
  readonly reader: JournalReader;
  readonly read: Read;
  readonly rules: Rules;
  readonly actorOf: ActorOf;
  readonly marks: PageMarks;
  /** The school's. */
  readonly clock: Clock;
  readonly log: Log;
}

const names = <T extends string>(of: Readonly<Record<T, unknown>>) => Object.keys(of) as [T, ...T[]];
const filter = z.strictObject({
  person: z.exactOptional(z.string().min(1).max(36)),
  kind: z.exactOptional(z.enum(names<JournalKind>(journalKind))),
  about: z.exactOptional(z.enum(names<JournalClass>(journalClass))),
  door: z.exactOptional(z.enum(names<CameFrom>(cameFrom))),
  from: z.exactOptional(z.iso.date()),
  to: z.exactOptional(z.iso.date()),
  refused: z.exactOptional(z.literal('yes')),
});
const pageAsked = z.strictObject({ ...filter.shape, before: z.exactOptional(z.string().max(100)) });
const fileAsked = z.strictObject({ ...filter.shape, form: z.string().regex(/^[0-9a-f]{32}$/) });

const linesOnPage = 50;
/** Entries of one case that are gone through at most; nobody reads more. */
const mostOfCase = 2_000;

/**
 * The tab's way to the journal. What is gathered is judged by the rights of whoever asks, so that a page is full of what they may
 * know of; nothing of it is shown before `read` has found the right, written in the journal that it was read, and judged each
 * entry again.
 */
export function createJournalDesk(parts: JournalDeskParts): Omit<JournalDoor, 'proof' | 'prove'> {
  const { tenant, reader, store, read, rules, actorOf, marks, clock, log } = parts;

  function mayOf(actor: Actor): May {
    return (verb, record) => admits(reachOf(rules(verb), actor), record as Readonly<Record<string, unknown>>);
  }
  const holds = (actor: Actor, verb: string) => reachOf(rules(verb), actor).length > 0;

  const orBusy = async <T>(act: string, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await work();
    } catch (error) {
      log.error('journal.failed', { act, code: error instanceof Error ? error.name : 'unknown' });
      return refuse('busy');
    }
  };
  const answerOf = <T>(shown: Result<Shown<T>>): Result<T> =>
    shown.ok ? { ok: true, answer: shown.answer.answer } : shown;

  /** Of somebody without the right nothing is gathered: `read` refuses, and journals it. */
  async function gather(identity: Identity, verb: string, asked: z.infer<typeof pageAsked>, most: number) {
    const { actor } = await actorOf(identity);
    const facts = createKnownFacts(parts);
    const nothing = { entries: [], known: facts, last: undefined, indexedTo: undefined, actor };
    if (!holds(actor, verb)) return nothing;
    const { before: mark, ...wanted } = asked;
    const before = mark === undefined ? undefined : marks.open(identity.person, mark);
    if (mark !== undefined && before === undefined) return undefined;
    const indexedTo = await upToDate(reader, tenant);
    const may = mayOf(actor);
    const gathered = await gatherEntries({ tenant, reader, facts, may }, wanted, { before, most });
    // Without a filter nothing was asked of the index.
    const narrowed = Object.keys(wanted).length > 0;
    return { ...gathered, known: facts, indexedTo: narrowed ? indexedTo : undefined, actor };
  }

  async function peopleFor(actor: Actor) {
    const within = { about: 'staffMember', reach: reachOf(rules('list-journal'), actor) };
    const rows = await store.rows(tenant, peopleByName, {}, within);
    return (rows as readonly { personId: string; name: string; school: string }[]).map(({ personId, ...rest }) => ({
      person: personId,
      ...rest,
    }));
  }

  /** Whose reading a role keeps from one's page, at the schools where one looks. */
  async function rolesFor(actor: Actor) {
    const roles = new Map<string, { school: string; role: string }[]>();
    for (const school of new Set(actor.grants.map((grant) => grant.school))) {
      const rows = await store.rows(tenant, answerersOfSchool, { school, today: schoolDay(clock.now()) });
      for (const { personId, role } of rows as readonly { personId: string; role: string }[])
        roles.set(personId, [...(roles.get(personId) ?? []), { school, role }]);
    }
    return roles;
  }

  return {
    page: (identity, query): Promise<Result<JournalPage>> =>
      orBusy('list-journal', async () => {
        const asked = pageAsked.safeParse(query);
        if (!asked.success) return invalidInput(asked.error);
        const gathered = await gather(identity, 'list-journal', asked.data, linesOnPage);
        if (!gathered) return refuse('not-found');
        const { entries, known, last, indexedTo, actor } = gathered;
        const first = asked.data.before === undefined && holds(actor, 'list-journal');
        return answerOf(
          await read(listJournal, identity, {
            ...{ entries, known },
            ...(last !== undefined && { next: marks.seal(identity.person, last) }),
            ...(indexedTo !== undefined && { indexedTo }),
            ...(first && { people: await peopleFor(actor) }),
          }),
        );
      }),

    file: (identity, body) =>
      orBusy('export-journal', async () => {
        const asked = fileAsked.safeParse(body);
        if (!asked.success) return invalidInput(asked.error);
        const { form: _form, ...wanted } = asked.data;
        const gathered = await gather(identity, 'export-journal', wanted, mostExported);
        const { entries = [], known = createKnownFacts(parts), last } = gathered ?? {};
        return answerOf(await read(exportJournal, identity, { entries, known, cut: last !== undefined }));
      }),

    seen: (identity, id) =>
      orBusy('read-who-has-seen', async () => {
        const { actor } = await actorOf(identity);
        const known = createKnownFacts(parts);
        const nothing = { id, entries: [], listed: [], known, more: false };
        if (!holds(actor, 'read-who-has-seen')) return answerOf(await read(readWhoHasSeen, identity, nothing));
        const indexedTo = await upToDate(reader, tenant);
        const words = [id];
        for (const query of hangingOn)
          for (const row of await store.rows(tenant, query, { concern: id })) words.push((row as { id: string }).id);
        const entries = await reader.entries(tenant, { words, most: mostOfCase });
        const listed = await reader.listed(tenant, words);
        await known.learn(entries);
        await known.learn(listed.map(({ actor: by, about }) => ({ actor: by, about, subjects: [] })));
        const more = entries.length === mostOfCase;
        const gathered = { ...nothing, entries, listed, more, ...(indexedTo !== undefined && { indexedTo }) };
        return answerOf(await read(readWhoHasSeen, identity, gathered));
      }),

    unusual: (identity) =>
      orBusy('look-at-unusual-reading', async () => {
        const { actor } = await actorOf(identity);
        const facts = createKnownFacts(parts);
        const now = clock.now();
        const watch = { viewer: actor.person, roles: new Map<string, []>() };
        if (!holds(actor, 'look-at-unusual-reading')) {
          const nothing = { now, entries: [], known: facts, families: new Map<string, string>(), watch };
          return answerOf(await read(lookAtUnusualReading, identity, nothing));
        }
        const indexedTo = await upToDate(reader, tenant);
        const watching = { ...watch, roles: await rolesFor(actor) };
        const found = await gatherUnusual({ tenant, reader, facts, watch: watching, may: mayOf(actor), now });
        const gathered = { ...found, ...(indexedTo !== undefined && { indexedTo }) };
        return answerOf(await read(lookAtUnusualReading, identity, gathered));
      }),
  };
}
