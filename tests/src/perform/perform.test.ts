import { afterEach, describe, expect, it } from 'vitest';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { listConcerns, listOwnReports, readConcern } from '../../../src/areas/concerns/views.ts';
import type { Identity } from '../../../src/access/types.ts';
import type { Store } from '../../../src/perform/store.ts';
import { newForm, people, startKernel, tenant, type Kernel, type KernelOptions } from '../../support/kernel.ts';

let kernel: Kernel | undefined;
const start = async (options?: KernelOptions) => (kernel = await startKernel(options));
afterEach(() => kernel?.close());

const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
const report = (k: Kernel, form = newForm(), over: object = {}, who: Identity = people.daniel) =>
  k.perform(reportConcern, who, { ...typed, ...over }, form);
const refs = async (k: Kernel) => {
  const shown = await k.read(listConcerns, people.priya, {});
  return shown.ok ? shown.answer.answer.items.map(({ ref }) => ref) : [];
};
const acts = (k: Kernel) => [...k.journalEntries(tenant)].map(({ act, verb }) => `${act}:${verb}`);

describe('perform', () => {
  it('answers five arrivals of one form at once with one receipt and one concern', async () => {
    const k = await start();
    const form = newForm();
    const answers = await Promise.all(Array.from({ length: 5 }, () => report(k, form)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await refs(k)).toHaveLength(1);
    expect(acts(k).filter((act) => act === 'report-concern:create')).toHaveLength(1);
  });

  it('loses nothing when one form arrives with two different texts', async () => {
    const k = await start();
    const form = newForm();
    await report(k, form);
    await report(k, form, { words: 'She had no coat and no lunch.' });
    expect(await refs(k)).toHaveLength(2);
  });

  it('never gives one person the answer that another got under the same form key', async () => {
    const k = await start();
    const form = newForm();
    const [mine, theirs] = [await report(k, form), await report(k, form, {}, people.zoe)];
    expect(mine).not.toEqual(theirs);
    expect(await refs(k)).toHaveLength(2);
  });

  it('numbers reports without gap or double when many arrive at once', async () => {
    const k = await start();
    await Promise.all(Array.from({ length: 20 }, () => report(k)));
    const numbers = (await refs(k)).map((ref) => Number(ref.slice(-4))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('gives a concern to one of two who take it at the same moment', async () => {
    const k = await start();
    const reported = await report(k);
    const concern = reported.ok ? reported.answer.concern : '';
    const take = (who: Identity) => k.perform(takeConcern, who, { concern }, newForm());
    const both = await Promise.all([take(people.priya), take(people.tom)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'already-done' } });
  });

  it('decides anew on the record as it is when another process changed it between decision and commit', async () => {
    let meddle = true;
    const k: Kernel = await start({
      around: (store) => ({
        ...store,
        async commit(commit) {
          if (commit.entry.act === 'take-concern' && meddle) {
            meddle = false;
            k.database.sqlite.exec(`update concern set rev = rev + 1, yearGroup = 'Year 8'`);
          }
          return store.commit(commit);
        },
      }),
    });
    const reported = await report(k);
    const concern = reported.ok ? reported.answer.concern : '';
    expect(await k.perform(takeConcern, people.priya, { concern }, newForm())).toMatchObject({ ok: true });
    const shown = await k.read(readConcern, people.priya, { id: concern });
    expect(shown).toMatchObject({ answer: { answer: { rev: 3, yearGroup: 'Year 8', takenByName: 'Priya Raman' } } });
  });

  it('gives up after ten conflicts and says so, with nothing written', async () => {
    const k = await start({
      around: (store) => ({
        ...store,
        commit: (commit) =>
          commit.entry.act === 'report-concern' ? Promise.resolve({ kind: 'conflict' }) : store.commit(commit),
      }),
    });
    expect(await report(k)).toMatchObject({ problem: { code: 'busy' } });
    expect(await refs(k)).toEqual([]);
  });

  it('does not use a right that is taken away between decision and commit', async () => {
    const k: Kernel = await start({
      around: (store) => ({
        ...store,
        async commit(commit) {
          if (commit.entry.act === 'take-concern')
            k.database.sqlite.exec(`delete from roleGrant where role = 'deputy'`);
          return store.commit(commit);
        },
      }),
    });
    const reported = await report(k);
    const concern = reported.ok ? reported.answer.concern : '';
    expect(await k.perform(takeConcern, people.tom, { concern }, newForm())).toMatchObject({
      problem: { code: 'not-found' },
    });
    const shown = await k.read(readConcern, people.priya, { id: concern });
    expect(shown).toMatchObject({ ok: true, answer: { answer: { status: 'submitted' } } });
  });

  it('says that nothing was recorded when the disk fails, and nothing was', async () => {
    let broken = false;
    const k = await start({
      around: (store) => ({
        ...store,
        commit: (commit) => (broken ? Promise.reject(new Error('disk full')) : store.commit(commit)),
      }),
    });
    broken = true;
    expect(await report(k)).toMatchObject({ ok: false, problem: { code: 'busy' } });
    broken = false;
    expect(await refs(k)).toEqual([]);
  });

  it('leaves no trace of a transaction that fails half way', async () => {
    const k = await start();
    k.database.sqlite.exec(`create trigger full before insert on inbox begin select raise(abort, 'no room'); end`);
    expect(await report(k)).toMatchObject({ problem: { code: 'busy' } });
    k.database.sqlite.exec('drop trigger full');
    const count = (table: string) => k.database.sqlite.prepare(`select count(*) from ${table}`).pluck().get();
    expect([count('concern'), count(`outbox where channel = 'message'`)]).toEqual([0, 0]);
    expect(await report(k)).toMatchObject({ ok: true });
  });

  it('names the field at fault and repeats nothing that was typed', async () => {
    const k = await start();
    const refused = await report(k, newForm(), { words: ' \n ' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid-input', fields: [{ name: 'words' }] } });
  });
});

describe('read', () => {
  it('gives no answer when the look cannot be journalled', async () => {
    const k = await start({
      around: (store: Store) => ({ ...store, journal: () => Promise.reject(new Error('disk full')) }),
    });
    await report(k);
    expect(await k.read(listConcerns, people.priya, {})).toMatchObject({ ok: false, problem: { code: 'busy' } });
  });

  it('journals every one of many looks of one turn', async () => {
    const k = await start();
    await report(k);
    await Promise.all(Array.from({ length: 10 }, () => k.read(listConcerns, people.priya, {})));
    expect(acts(k).filter((act) => act === 'list-concerns:list')).toHaveLength(10);
  });

  it('takes a role away at once', async () => {
    const k = await start();
    await report(k);
    expect(await k.read(listConcerns, people.tom, {})).toMatchObject({ ok: true });
    k.database.sqlite.exec(`delete from roleGrant where role = 'deputy'`);
    expect(await k.read(listConcerns, people.tom, {})).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('shows nothing of one tenant to somebody of another who bears the same id', async () => {
    const k = await start();
    await report(k);
    const abroad = { ...people.priya, tenant: '6b1c7a1e-2222-4222-8222-0000000000ff' };
    expect(await k.read(listConcerns, abroad, {})).toMatchObject({ problem: { code: 'not-found' } });
    const own = await k.read(listOwnReports, { ...people.daniel, tenant: abroad.tenant }, {});
    expect(own).toMatchObject({ ok: true, answer: { answer: { items: [] } } });
  });

  it('pages newest first by cursor, each concern once', async () => {
    let minute = 0;
    const k = await start({ now: () => new Date(Date.UTC(2026, 11, 10, 8, minute)).toISOString() });
    for (; minute < 60; minute++) await report(k);
    const seen: string[] = [];
    for (let before: string | undefined, page = 0; page < 4; page++) {
      const shown = await k.read(listConcerns, people.priya, before === undefined ? {} : { before });
      if (!shown.ok) throw new Error(shown.problem.code);
      seen.push(...shown.answer.answer.items.map(({ ref }) => ref));
      before = shown.answer.answer.next;
      if (before === undefined) break;
    }
    const expected = Array.from({ length: 60 }, (_, i) => `C-2026-${String(60 - i).padStart(4, '0')}`);
    expect(seen).toEqual(expected);
  });
});
