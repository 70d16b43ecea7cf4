import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { action } from '../../../src/areas/actions/record.ts';
import { concern } from '../../../src/areas/concerns/record.ts';
import {
  actionNeeds,
  actionsForAgenda,
  type ActionForAgenda,
  type ActionsFound,
} from '../../../src/areas/meetings/agenda-queries.ts';
import { meeting, meetingChild } from '../../../src/areas/meetings/record.ts';
import type { RecordType } from '../../../src/records/define-record.ts';
import { defineQuery, type Query } from '../../../src/records/query.ts';
import type { TableOf } from '../../../src/records/table.ts';
import { newForm, school, tenant } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

interface Tables {
  action: TableOf<typeof action>;
  meeting: TableOf<typeof meeting>;
  concern: TableOf<typeof concern>;
}

/** The same in one question, which goes through all that is open at a school. */
const inOneQuestion = defineQuery<Tables, { meeting: string }, ActionForAgenda>(
  'actions-for-agenda-in-one-question',
  (tables, value) =>
    tables
      .selectFrom('action')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'action.tenant').onRef('meeting.school', '=', 'action.school'),
      )
      .innerJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'action.tenant').onRef('concern.id', '=', 'action.concernId'),
      )
      .select(['action.id', 'action.concernId', 'action.dueOn'])
      .where('meeting.id', '=', value('meeting'))
      .where('action.status', 'in', ['open', 'accepted', 'done-unverified'])
      .where('action.standing', 'is', null)
      .where('concern.status', '<>', 'misfiled')
      .where(
        sql<boolean>`(not exists (select 1 from "meetingChild" as about where about.tenant = meeting.tenant
            and about."meetingId" = meeting.id and about."removedFromAt" is null)
          or exists (select 1 from "meetingChild" as held where held.tenant = meeting.tenant and held."meetingId" = meeting.id
            and held."removedFromAt" is null and held."childId" = concern."childId"))`,
      )
      .orderBy('action.dueOn')
      .orderBy('action.id')
      .limit(50),
);

/** Numbers from 0 to below `n`, the same in every run. */
function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** What an agenda finds to be done, however a school has filed it. Runs on every engine. */
export function agendaActionsContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`actions for an agenda, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const at = '2026-12-10T08:00:00.000Z';
    const by = { createdById: 'p', createdByName: 'P', createdAt: at };

    async function plant(records: readonly (readonly [RecordType, string, Record<string, unknown>])[]): Promise<void> {
      const act = newForm();
      await scene.kernel.store.commit({
        key: { tenant, person: 'nobody', form: act, digest: '' },
        ...{ act, actorName: 'Nobody', lane: act, basis: { records: [], counters: [], seen: [] }, effects: [] },
        put: records.map(([type, id, { school: where = school, ...values }]) => ({
          ...{ kind: 'create' as const, type, id, school: String(where), values },
          ...(type.refPrefix && { ref: `${type.refPrefix}-2026-${id.slice(0, 12)}` }),
        })),
        entry: {
          ...{ tenant, at, actor: 'nobody', act: 'planted', verb: 'create', about: 'meeting' },
          ...{ subjects: records.map(([, id]) => id), outcome: 'done', fields: [], digest: '' },
        },
        answer: 'null',
      });
    }
    const ask = async (query: Query<object, unknown>, values: object) =>
      (await scene.kernel.store.rows(tenant, query, values)) as readonly ActionForAgenda[];
    async function found(id: string): Promise<readonly ActionForAgenda[]> {
      const needs = Object.entries(actionNeeds(id));
      const answers = await Promise.all(
        needs.map(async ([key, need]) => {
          if (need.kind !== 'rows') throw new Error(`${key} asks for no rows`);
          return [key, await ask(need.query, need.values)] as const;
        }),
      );
      return actionsForAgenda(Object.fromEntries(answers) as unknown as ActionsFound);
    }

    it.each([1, 2, 3])('are those of its children or of the school, the soonest due first, world %i', async (seed) => {
      const below = seeded(seed);
      const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
      const statuses = ['open', 'accepted', 'done-unverified', 'verified', 'cancelled-reasoned'];
      const concerns = Array.from({ length: 40 }, () => ({
        ...{ id: newForm(), childId: pick(['a', 'b', 'c', 'd', undefined]) },
        ...{ school: below(5) === 0 ? 'elsewhere' : school, status: below(6) === 0 ? 'misfiled' : 'acknowledged' },
      }));
      const meetings = Array.from({ length: 6 }, (_, i) => ({ id: newForm(), school: i === 5 ? 'elsewhere' : school }));
      const words = { urgency: 'within-24h', source: 'staff-observation', safeNow: 'yes', childState: 'resolved' };
      await plant([
        ...concerns.map(({ id, childId, ...rest }) => {
          const said = { childAsTyped: 'x', words: 'x', whenAsTyped: 'x', reportedAt: at, reporterId: 'p' };
          const more = { reporterName: 'P', reporterRecognised: true, ...(childId && { childId }) };
          return [concern, id, { ...words, ...said, ...more, ...rest }] as const;
        }),
        ...Array.from({ length: 220 }, () => {
          const of = pick(concerns);
          const what = { what: 'Ring home', ownerId: 'p', ownerName: 'P', priority: 'planned', concernRef: 'C-1' };
          const day = { dueOn: `2026-12-${String(10 + below(9))}`, status: pick(statuses), school: of.school };
          const standing = below(7) === 0 && { standing: 'misfiled' };
          return [action, newForm(), { ...what, ...day, ...by, ...standing, concernId: of.id }] as const;
        }),
        ...meetings.map(({ id, school: where }) => {
          const said = { kind: 'taf', status: 'invited', startsAt: at, endsAt: at, calledById: 'p', calledByName: 'P' };
          return [meeting, id, { ...said, school: where }] as const;
        }),
        ...meetings.flatMap(({ id: meetingId, school: where }, i) =>
          // The first is about nobody, the second about somebody who was taken from it; one child stands there twice.
          Array.from({ length: [0, 1, 1, 3, 4, 0][i] ?? 0 }, (_, k) => {
            const childId = i === 4 && k > 1 ? 'a' : pick(['a', 'b', 'c']);
            const gone = i === 1 && { removedFromAt: at };
            return [meetingChild, newForm(), { meetingId, childId, number: k + 1, school: where, ...gone }] as const;
          }),
        ),
      ]);
      const sizes: number[] = [];
      for (const { id } of meetings) {
        const expected = await ask(inOneQuestion as unknown as Query<object, unknown>, { meeting: id });
        expect((await found(id)).map((one) => ({ ...one }))).toEqual(expected.map((one) => ({ ...one })));
        sizes.push(expected.length);
      }
      // Of the whole school there is more than an agenda takes; of children there is something, and less.
      expect(sizes.slice(0, 2)).toEqual([50, 50]);
      expect(sizes[2]).toBeGreaterThan(0);
      expect(sizes[2]).toBeLessThan(50);
    });
  });
}
