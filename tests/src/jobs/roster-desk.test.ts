import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterIdentity } from '../../../src/access/actor.ts';
import { largestUpload, peoplePaths, type RosterPreview } from '../../../src/areas/people/contract.ts';
import { importers, startRosterApi, upload, type RosterApi } from '../../support/roster-api.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { manyPupils, rosterFile, ukRoster } from '../../support/roster-files.ts';
import { until } from '../../support/until.ts';

/** Holds back every batch while it is shut. */
let gate = Promise.resolve();
let open = () => {};
const shut = () => {
  gate = new Promise((resolve) => (open = resolve));
};

let api: RosterApi;
beforeAll(async () => {
  api = await startRosterApi({
    around: (store) => ({
      ...store,
      commit: async (commit) => {
        await gate;
        return store.commit(commit);
      },
    }),
  });
});
afterAll(() => api.close());

const { may: priya } = importers;
const held = (preview: RosterPreview) => {
  if (preview.state === 'unreadable') throw new Error(preview.why);
  return preview;
};
const ended = () => until('the end of the import', async () => (await api.desk(priya)).runs[0]?.ended);
const journal = () => [...api.kernel.journalEntries(tenant)];

/** Looks, imports, and waits for the end. */
async function bring(count: number) {
  const preview = held(await api.preview(priya, ukRoster(manyPupils(count))));
  await api.apply(priya, preview.held, { ...(preview.confirm && { leaving: preview.confirm.leaving }) });
  await ended();
  return preview;
}

describe('the import of the tab', () => {
  it('is nothing to anybody who may not, whatever they ask', async () => {
    const { held: id } = held(await api.preview(priya, ukRoster(manyPupils(3))));
    for (const who of importers.mayNot) {
      const asked = [
        await api.call(who, peoplePaths.roster),
        await api.call(who, peoplePaths.previewRoster, upload(ukRoster(manyPupils(3)))),
        await api.call(who, peoplePaths.previewRoster, { held: id }),
        await api.apply(who, id),
        await api.call(who, peoplePaths.discardRoster, { held: id }),
      ];
      for (const { status, body } of asked) expect([status, body]).toMatchObject([404, { code: 'not-found' }]);
    }
    const denied = journal().filter(({ verb, actor }) => verb === 'deny' && actor === people.daniel.person);
    expect(denied).toHaveLength(5);
    expect((await api.desk(priya)).held?.held).toBe(id);
  });

  it('is one school’s: somebody else’s cannot be named', async () => {
    const elsewhere = upload(ukRoster(manyPupils(3)), { school: 'another' });
    expect((await api.call(priya, peoplePaths.previewRoster, elsewhere)).status).toBe(404);
  });

  it('shows what would change, changes nothing, then does just that', async () => {
    const before = journal().length;
    const preview = held(await api.preview(priya, ukRoster(manyPupils(40))));
    expect(preview).toMatchObject({
      state: 'ready',
      school: { id: school, name: 'Harrowmere' },
      counts: { pupil: { created: 40, left: 4 } },
      kinds: { joiner: 40, leaver: 4, renamed: 0 },
    });
    expect(preview.samples.filter(({ kind }) => kind === 'joiner')).toHaveLength(8);
    expect(
      journal()
        .slice(before)
        .map(({ verb }) => verb),
    ).toEqual(['list', 'list', 'list', 'list']);

    await api.apply(priya, preview.held);
    await ended();
    const { runs, held: kept } = await api.desk(priya);
    expect(kept).toBeUndefined();
    expect(runs).toMatchObject([
      { byName: 'Priya Raman', done: 44, of: 44, ended: { outcome: 'done', counts: preview.counts, faults: 0 } },
    ]);
    const acts = journal().filter(({ act }) => act === 'import-roster');
    expect(acts.map(({ verb, actor }) => [verb, actor])).toEqual([['config-change', priya.person]]);
    const again = held(await api.preview(priya, ukRoster(manyPupils(40))));
    expect(again.counts.pupil).toEqual({ created: 0, changed: 0, left: 0, unchanged: 40 });
    await api.call(priya, peoplePaths.discardRoster, { held: again.held });
    expect((await api.desk(priya)).held).toBeUndefined();
  });

  it('goes on after its answer, is seen by whoever comes back, and lets no second one begin', async () => {
    const preview = held(await api.preview(priya, ukRoster(manyPupils(300))));
    shut();
    const form = newForm();
    expect((await api.apply(priya, preview.held, { form })).body.runs).toMatchObject([{ done: 0 }]);
    // The same press again, after no answer.
    expect((await api.apply(priya, preview.held, { form })).status).toBe(200);
    const second = await api.apply(priya, preview.held);
    expect([second.status, second.body]).toMatchObject([409, { code: 'import-running' }]);
    const order = { command: 'import', files: upload(ukRoster(manyPupils(300))), apply: true, confirmed: true };
    const files = (order.files as { files: unknown }).files;
    expect(await api.roster.order({ ...order, files }, () => undefined)).toMatchObject({
      problem: { code: 'import-running' },
    });
    expect((await api.desk(priya)).runs[0]?.ended).toBeUndefined();
    open();
    await ended();
    expect((await api.desk(priya)).runs).toMatchObject([{ done: 260, of: 260, ended: { outcome: 'done' } }]);
  });

  it('wants many leavers confirmed by their number', async () => {
    await bring(60);
    const preview = held(await api.preview(priya, ukRoster(manyPupils(20))));
    expect(preview).toMatchObject({ state: 'confirm', confirm: { leaving: 40, of: 60 } });
    for (const more of [{}, { leaving: 39 }])
      expect((await api.apply(priya, preview.held, more)).body).toMatchObject({ code: 'look-again' });
    expect((await api.apply(priya, preview.held, { leaving: 40 })).status).toBe(200);
    await ended();
    expect((await api.desk(priya)).runs[0]?.ended).toMatchObject({ kinds: { leaver: 40 } });
  });

  it('keeps what one looked at for nobody else, and only the last of it', async () => {
    const first = held(await api.preview(priya, ukRoster(manyPupils(21))));
    const other = held(await api.preview(priya, ukRoster(manyPupils(22))));
    expect((await api.call(priya, peoplePaths.previewRoster, { held: first.held })).body).toMatchObject({
      code: 'look-again',
    });
    const once = await api.call<RosterPreview>(priya, peoplePaths.previewRoster, { held: other.held });
    expect(once.body).toMatchObject({ counts: other.counts, held: other.held });
  });

  it('names bad rows without a word of theirs, and leaves nothing of the files in the log', async () => {
    const odd = [...manyPupils(22), { id: 'odd-id', given: '', family: 'Unusualname' }];
    const preview = held(await api.preview(priya, ukRoster(odd)));
    expect(preview.faults).toEqual([
      { file: 'Student.csv', line: 24, column: 'First Name', why: 'The cell is empty, so the row was left out.' },
    ]);
    await api.apply(priya, preview.held);
    await ended();
    expect(api.lines.map(({ event }) => event)).toContain('roster.imported');
    expect(JSON.stringify(api.lines)).not.toMatch(/Unusualname|odd-id|Family|\.csv/);
  });

  it('takes 8 MB and says what to do with more; others’ bodies stay small', async () => {
    const files = ukRoster(manyPupils(22));
    const filler = (size: number) => ({ name: 'demographics.csv', bytes: new Uint8Array(size).fill(10) });
    const room = largestUpload - files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect((await api.preview(priya, [...files, filler(room)])).state).not.toBe('unreadable');
    expect(await api.preview(priya, [...files, filler(room + 1)])).toMatchObject({
      state: 'unreadable',
      why: expect.stringContaining('8 MB') as string,
    });
    const large = upload([...files, filler(1_100_000)]);
    expect((await api.call(people.daniel, peoplePaths.previewRoster, large)).status).toBe(413);
  });

  it('passes over files that are none of a roster’s, and asks which school where there are several', async () => {
    const [schools, ...rest] = ukRoster(manyPupils(22));
    const foreign = rosterFile('=cmd.csv', 'a,b', '1,"2');
    expect(held(await api.preview(priya, [schools!, ...rest, foreign])).faults).toEqual([]);
    const two = [
      rosterFile('School.csv', 'DfE Number,Name', '1,North', '2,South'),
      rosterFile('Student.csv', 'ID,School DfE Number,First Name,Last Name', 'a,1,Ada,Lowe', 'b,2,Bea,Moss'),
    ];
    expect(await api.preview(priya, two)).toMatchObject({
      state: 'unreadable',
      orgs: [
        { id: '1', name: 'North' },
        { id: '2', name: 'South' },
      ],
    });
    const { body } = await api.call<RosterPreview>(priya, peoplePaths.previewRoster, upload(two, { org: '2' }));
    expect(body).toMatchObject({ counts: { pupil: { created: 1 } } });
  });

  it.each([{}, { source: 'files' }, { source: 'files', school, files: [] }, { held: 'x' }, { source: 'elsewhere' }])(
    'refuses a body that is none: %j',
    async (body) => {
      expect(await api.call(priya, peoplePaths.previewRoster, body)).toMatchObject({
        status: 400,
        body: { code: 'invalid-input' },
      });
    },
  );

  it('ends between two batches when Lantern stops, and says that it broke off', async () => {
    const preview = held(await api.preview(priya, ukRoster(manyPupils(900))));
    shut();
    await api.apply(priya, preview.held, { leaving: preview.confirm?.leaving ?? 0 });
    const stopped = api.roster.desk.stop();
    open();
    await stopped;
    const [run] = (await api.desk(priya)).runs;
    expect(run).toMatchObject({
      ended: { outcome: 'broke-off', why: expect.stringContaining('nothing is done twice') as string },
    });
    expect(run?.done).toBeLessThan(900);
  });
});

describe('the command', () => {
  it('is seen in the tab too', async () => {
    const files = (upload(ukRoster(manyPupils(5))) as { files: unknown }).files;
    const order = { command: 'import', files, apply: true, confirmed: true };
    await api.roster.order(order, () => undefined);
    expect((await api.desk(priya)).runs).toMatchObject([
      { byName: rosterIdentity(tenant).name, ended: { outcome: 'done' } },
    ]);
  });
});
