import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { recordTypes } from '../../../src/areas/areas.ts';
import { rightsRestOn } from '../../../src/areas/rights-rest-on.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { readConcern, searchConcerns } from '../../../src/areas/concerns/views.ts';
import { verifyChain } from '../../../src/journal/chain.ts';
import type { FilingPayload } from '../../../src/ports/outbox.ts';
import { openPostgres } from '../../../src/store/postgres/open-postgres.ts';
import { connect } from '../../../src/store/postgres/pool.ts';
import type { Work } from '../../support/filing-queue.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { kernelOn, newForm, people } from '../../support/kernel.ts';
import { havePostgres, startPostgres, type PostgresServer } from '../../support/postgres.ts';
import { filingQueueContract } from './filing-queue.ts';
import { operationalStoreContract } from './operational-store.ts';
import { entriesOf, fileAll } from './scene.ts';
import { familyContract } from './family.ts';
import { fedRolesContract } from './fed-roles.ts';
import { filtersContract } from './filters.ts';
import { generationContract } from './generation.ts';
import { journalMarkContract } from './journal-mark.ts';
import { journalReaderContract } from './journal-reader.ts';
import { rolesContract } from './roles.ts';
import { restrictedRegisterContract } from './restricted-register.ts';
import { searchContract } from './search.ts';
import { singleCasesContract } from './single-cases.ts';
import { staffConcernsContract } from './staff-concerns.ts';
import { spoolContract } from './spool.ts';
import { stoppedFilingContract } from './stopped-filing.ts';
import { syncContract } from './sync.ts';
import { briefingsContract } from './briefings.ts';
import { channelReferencesContract } from './channel-references.ts';
import { agendaActionsContract } from './agenda-actions.ts';
import { inChannelContract } from './in-channel.ts';
import { draftsContract } from './drafts.ts';
import { unreadContract } from './unread.ts';
import { vitalsContract } from './vitals.ts';

const rights = Object.values(rightsRestOn);

interface Row {
  act: string;
  state: 'waiting' | 'stopped';
  attempts: number;
  payload: FilingPayload;
  code: string | null;
  sides: { field: string; base: unknown; ours: unknown; theirs: unknown }[] | null;
}

// Where no PostgreSQL can be had, there is nothing to run; havePostgres says so.
// eslint-disable-next-line no-restricted-syntax
describe.skipIf(!havePostgres())('on PostgreSQL', () => {
  let server: PostgresServer;
  /** A database in which Lantern has made its tables; most tests begin with a copy, and open it as a second start does. */
  let made: string;
  beforeAll(async () => {
    server = await startPostgres();
    made = await server.aDatabase();
    await (await openPostgres(made, recordTypes, rights, handSetClock())).close();
  });
  afterAll(() => server.stop());

  const makeEngine = async () => {
    const url = await server.aDatabase(made);
    const clock = handSetClock();
    return {
      open: () => openPostgres(url, recordTypes, rights, clock),
      pass: clock.forward,
      end: () => server.drop(url),
    };
  };
  operationalStoreContract('PostgreSQL', makeEngine);
  stoppedFilingContract('PostgreSQL', makeEngine);
  spoolContract('PostgreSQL', makeEngine);
  syncContract('PostgreSQL', makeEngine);
  searchContract('PostgreSQL', makeEngine);
  filtersContract('PostgreSQL', makeEngine);
  restrictedRegisterContract('PostgreSQL', makeEngine);
  unreadContract('PostgreSQL', makeEngine);
  draftsContract('PostgreSQL', makeEngine);
  briefingsContract('PostgreSQL', makeEngine);
  channelReferencesContract('PostgreSQL', makeEngine);
  inChannelContract('PostgreSQL', makeEngine);
  agendaActionsContract('PostgreSQL', makeEngine);
  vitalsContract('PostgreSQL', makeEngine);
  journalMarkContract('PostgreSQL', makeEngine);
  journalReaderContract('PostgreSQL', makeEngine);
  familyContract('PostgreSQL', makeEngine);
  singleCasesContract('PostgreSQL', makeEngine);
  staffConcernsContract('PostgreSQL', makeEngine);
  fedRolesContract('PostgreSQL', makeEngine);
  rolesContract('PostgreSQL', makeEngine);
  generationContract('PostgreSQL', makeEngine);

  filingQueueContract('the outbox in PostgreSQL', async () => {
    const url = await server.aDatabase(made);
    const clock = handSetClock();
    const operational = await openPostgres(url, recordTypes, rights, clock);
    const added: Work[] = [];
    return {
      queue: operational.filingQueue,
      async add(work) {
        added.push(work);
        const { tenant, lane, act, payload } = work;
        await server.ask(
          url,
          'insert into concern (tenant, id, school, rev) values ($1, $2, $3, 1) on conflict do nothing',
          [tenant, payload.id, payload.school],
        );
        await server.ask(
          url,
          `insert into outbox (tenant, channel, lane, act, payload, state, attempts, "dueAt", fence, "createdAt")
           values ($1, 'sharepoint', $2, $3, $4, 'waiting', 0, '', 0, '')`,
          [tenant, lane, act, JSON.stringify(payload)],
        );
      },
      pass: clock.forward,
      async entries() {
        const rows = await server.ask<Row>(
          url,
          `select act, state, attempts, payload, code, (select json_agg(json_build_object('field', field, 'base', base::json,
             'ours', ours::json, 'theirs', theirs::json) order by field) from conflict where "outboxId" = outbox.id) as sides from outbox`,
        );
        return added.map(({ lane, act }) => {
          const row = rows.find((one) => one.act === act);
          if (!row) return { lane, act, state: 'done', attempts: 0, payload: undefined, code: undefined };
          const { state, attempts, payload, code, sides } = row;
          return { lane, act, state, attempts, payload, code: code ?? undefined, sides: sides ?? undefined };
        });
      },
      close: operational.close,
    };
  });

  describe('two instances on one database', () => {
    async function twoInstances(apart = 0) {
      const url = await server.aDatabase(made);
      const clocks = [
        handSetClock(),
        handSetClock(new Date(Date.parse('2026-12-10T08:05:00.000Z') + apart).toISOString()),
      ];
      const stores = await Promise.all(clocks.map((clock) => openPostgres(url, recordTypes, rights, clock)));
      onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
      const [one, other] = stores as [(typeof stores)[0], (typeof stores)[0]];
      const kernels = [await kernelOn(one.store), await kernelOn(other.store)];
      await fileAll(one);
      return { url, one, other, kernels, clocks };
    }
    const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };

    it('take reports at once: each once, numbered without gap, in one whole chain with the looks between them', async () => {
      const { one, kernels, clocks } = await twoInstances();
      const reports = await Promise.all(
        Array.from({ length: 40 }, (_, i) => kernels[i % 2]!.perform(reportConcern, people.daniel, typed, newForm())),
      );
      const receipts = reports.flatMap((result) => (result.ok ? [result.answer] : []));
      await Promise.all(
        receipts.map(({ concern }, i) => kernels[i % 2]!.read(readConcern, people.priya, { id: concern })),
      );
      const refs = receipts.map(({ ref }) => Number(ref.slice(-4))).sort((a, b) => a - b);
      expect(refs).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      expect(verifyChain(await entriesOf(one))).toMatchObject({ intact: true, head: { n: 81 } });
      // What the other instance queued is due by its clock, a moment from ours.
      clocks[0]?.forward(1);
      const filed = (await fileAll(one)).map(({ payload }) => Number(payload.ref?.slice(-4)));
      expect(filed.sort((a, b) => a - b)).toEqual(refs);
    });

    it('answer one form that reaches both with one receipt', async () => {
      const { kernels } = await twoInstances();
      const form = newForm();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) => kernels[i % 2]!.perform(reportConcern, people.daniel, typed, form)),
      );
      expect(answers[0]).toMatchObject({ ok: true });
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });

    it('never hold one lane both, and each lane is held by one of them', async () => {
      const { one, other, kernels } = await twoInstances();
      for (let i = 0; i < 12; i++) await kernels[0]!.perform(reportConcern, people.daniel, typed, newForm());
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, i) => [one, other][i % 2]!.filingQueue.claim(3, 60)),
      );
      const lanes = claims.flat().map(({ lane }) => lane);
      expect(new Set(lanes).size).toBe(lanes.length);
      const rest = await one.filingQueue.claim(20, 60);
      expect(lanes.length + rest.length).toBe(12);
    });

    it('agree when a lease ends though their machines’ clocks are ten minutes apart', async () => {
      const { one, other, kernels, clocks } = await twoInstances(600_000);
      await kernels[0]!.perform(reportConcern, people.daniel, typed, newForm());
      expect(await one.filingQueue.claim(1, 60)).toHaveLength(1);
      expect(await other.filingQueue.claim(1, 60)).toEqual([]);
      for (const clock of clocks) clock.forward(61);
      expect(await other.filingQueue.claim(1, 60)).toHaveLength(1);
    });

    it('act although another stands still in the midst of a transaction that holds the head of the journal', async () => {
      const { url, kernels } = await twoInstances();
      const frozen = await connect(url);
      let thaw = () => {};
      const thaws = new Promise<void>((resolve) => (thaw = resolve));
      let asleep: Promise<unknown> = thaws;
      await new Promise<void>((holds) => {
        asleep = frozen.transaction(async (run) => {
          await run('select n from chain for update');
          holds();
          await thaws;
          await run('select n from chain');
        });
      });
      expect(await kernels[1]!.perform(reportConcern, people.daniel, typed, newForm())).toMatchObject({ ok: true });
      thaw();
      await expect(asleep).rejects.toThrow();
      expect(await frozen.rows({ text: 'select 1 as one', values: [] })).toEqual([{ one: 1 }]);
      await frozen.close();
    });

    it('start at once on an empty database', async () => {
      const url = await server.aDatabase();
      const clock = handSetClock();
      const stores = await Promise.all([1, 2, 3].map(() => openPostgres(url, recordTypes, rights, clock)));
      expect(await Promise.all(stores.map((store) => store.ready()))).toEqual([true, true, true]);
      await Promise.all(stores.map((store) => store.close()));
    });
  });

  it('finds a concern that a Lantern with other searched fields has taken, from the next start on', async () => {
    const url = await server.aDatabase();
    const clock = handSetClock();
    const first = await openPostgres(url, recordTypes, rights, clock);
    const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
    await (await kernelOn(first.store)).perform(reportConcern, people.daniel, typed, newForm());
    await first.close();
    const [column] = await server.ask<{ attname: string }>(
      url,
      `select attname from pg_attribute where attrelid = 'concern'::regclass and attname like 'words!_%' escape '!'`,
    );
    await server.ask(url, `update concern set ${column?.attname} = null`);
    const next = await openPostgres(url, recordTypes, rights, clock);
    onTestFinished(next.close);
    const found = await (await kernelOn(next.store)).read(searchConcerns, people.priya, { words: 'marsden coat' });
    expect(found).toMatchObject({ ok: true, answer: { answer: { items: [{ ref: 'C-2026-0001' }] } } });
  });

  describe('a database that cannot be trusted', () => {
    it('is refused when it may forget what it has confirmed', async () => {
      const url = await server.aDatabase();
      await server.ask(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
      await expect(openPostgres(url, recordTypes, rights, handSetClock())).rejects.toThrow(/synchronous_commit=off/);
    });

    it('is refused when a newer Lantern has used it', async () => {
      const url = await server.aDatabase();
      await (await openPostgres(url, recordTypes, rights, handSetClock())).close();
      await server.ask(url, 'update lantern set version = version + 1');
      await expect(openPostgres(url, recordTypes, rights, handSetClock())).rejects.toThrow(/newer Lantern/);
    });

    it('is named when it cannot be reached, without the password', async () => {
      const opening = openPostgres(
        'postgresql://lantern:sesame@127.0.0.1:1/lantern',
        recordTypes,
        rights,
        handSetClock(),
      );
      await expect(opening).rejects.toThrow(/cannot be reached/);
      await expect(opening).rejects.not.toThrow(/sesame/);
    });
  });
});
