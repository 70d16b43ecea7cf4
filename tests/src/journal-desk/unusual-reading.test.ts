import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { breakGlass } from '../../../src/areas/need-to-know/break-glass.ts';
import { declareConflict } from '../../../src/areas/need-to-know/declare-conflict.ts';
import type { UnusualPage } from '../../../src/areas/journal/contract.ts';
import type { Identity } from '../../../src/access/types.ts';
import { personWord } from '../../../src/journal/index-of.ts';
import { readers, startJournalDesk, type JournalScene } from '../../support/journal-desk.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';

const { priya, tom, daniel, stranger } = people;
const { margaret, ada, bella, beth, una } = readers;
const day = 24 * 60 * 60_000;

let scene: JournalScene;
beforeEach(async () => {
  scene = await startJournalDesk();
});
afterEach(() => scene.close());

async function unusual(who: Identity): Promise<UnusualPage> {
  const result = await scene.desk.unusual(who);
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer;
}
const named = async (who: Identity) => (await unusual(who)).readers.map(({ name }) => name);
const ago = (days: number) => new Date(Date.parse('2026-12-10T08:00:00.000Z') - days * day).toISOString();
async function cases(count: number, by: Identity = daniel): Promise<readonly string[]> {
  const ids = [];
  for (let i = 0; i < count; i++) ids.push((await scene.report(by)).id);
  return ids;
}
async function opens(who: Identity, ids: readonly string[], at: string): Promise<void> {
  for (const id of ids) await scene.note({ actor: who.person, subjects: [id], at });
}

it('tells the head of a lead’s reading and the leads of everybody else’s, with what it is held against', async () => {
  const ids = await cases(11);
  await opens(daniel, ids.slice(0, 3), ago(20));
  for (const who of [daniel, tom, priya, margaret]) await opens(who, ids, ago(2));
  expect(await named(priya)).toEqual(['Daniel Osei', 'Margaret Ashworth']);
  expect(await named(margaret)).toEqual(['Daniel Osei', 'Priya Raman', 'Tom Whitlock']);
  const { readers: told, counted } = await unusual(priya);
  expect(told[0]?.hour).toMatchObject({ cases: 11, from: ago(2), before: 3 });
  // What they did themselves and what the other leads did is not counted either.
  expect(counted).toEqual({ people: 2, openings: 22, refusals: 0 });
});

it('is another school’s to nobody, and not found for whoever answers for nobody’s reading', async () => {
  const ids = [...(await cases(6)), ...(await cases(6, beth))];
  await opens(beth, ids, ago(1));
  expect(await named(priya)).toEqual([]);
  expect(await named(bella)).toEqual([]);
  // Una leads at both, and there are twelve.
  expect(await named(una)).toEqual(['Beth Amadi']);
  for (const who of [ada, daniel, tom, stranger])
    expect(await scene.desk.unusual(who)).toEqual({ ok: false, problem: { code: 'not-found' } });
});

it('holds the name of a case’s child against whoever opened it', async () => {
  const [id = ''] = await cases(1);
  await scene.note({ actor: daniel.person, subjects: [id], at: ago(1) });
  scene.kernel.database.sqlite.prepare(`update pupil set "familyName" = 'Osei'`).run();
  expect((await unusual(priya)).readers).toMatchObject([{ name: 'Daniel Osei', ownName: [{ at: ago(1), seen: id }] }]);
});

it('lists refusals in a row and break-glass, and is itself in the journal', async () => {
  const refused = { verb: 'deny', outcome: 'refused', fields: ['not-found'], actor: daniel.person } as const;
  for (let i = 0; i < 5; i++) await scene.note({ ...refused, at: ago(3) });
  expect((await unusual(priya)).readers).toMatchObject([{ name: 'Daniel Osei', refusals: { times: 5, from: ago(3) } }]);
  expect([...scene.kernel.journalEntries(tenant)].at(-1)).toMatchObject({
    ...{ act: 'look-at-unusual-reading', verb: 'list', about: 'journal', actor: priya.person, outcome: 'shown' },
  });
});

it('says that nothing was unusual and what was looked at, and learns nothing of who opened few', async () => {
  const ids = await cases(3);
  await opens(daniel, ids, ago(1));
  await opens(daniel, ids, ago(9));
  const entries = vi.spyOn(scene.reader, 'entries');
  expect(await unusual(priya)).toMatchObject({ readers: [], counted: { people: 1, openings: 3, refusals: 0 } });
  expect(entries.mock.calls.flatMap(([, { words = [] }]) => words)).not.toContain(personWord(daniel.person));
});

const childOf = (id: string) =>
  scene.kernel.database.sqlite.prepare('select childId from concern where id = ?').pluck().get(id) as string;

it('lists who opened a child’s file by break-glass, and tells its reader alone nothing of it', async () => {
  const [id = ''] = await cases(1);
  const opened = { child: childOf(id), school, reason: 'The child is missing and no lead answers.', confirmed: true };
  expect(await scene.kernel.perform(breakGlass, margaret, opened, newForm())).toMatchObject({ ok: true });
  expect((await unusual(priya)).readers).toMatchObject([{ name: 'Margaret Ashworth', breakGlass: [{}] }]);
  expect((await unusual(margaret)).readers).toEqual([]);
});

it('leaves out a case from which one is kept', async () => {
  const ids = await cases(12);
  await opens(daniel, ids, ago(1));
  expect(await named(priya)).toEqual(['Daniel Osei']);
  const conflict = {
    child: childOf(ids[0] ?? ''),
    school,
    person: priya.person,
    conflict: 'own-child',
    reason: 'Her niece.',
  } as const;
  expect(await scene.kernel.perform(declareConflict, margaret, conflict, newForm())).toMatchObject({ ok: true });
  expect(await unusual(priya)).toMatchObject({ readers: [], counted: { openings: 0 } });
  expect(await named(margaret)).toEqual(['Daniel Osei']);
});
