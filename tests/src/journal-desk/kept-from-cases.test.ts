import { afterEach, beforeEach, expect, it } from 'vitest';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { declareConflict } from '../../../src/areas/need-to-know/declare-conflict.ts';
import { readers, startJournalDesk, type JournalScene } from '../../support/journal-desk.ts';
import { newForm, people, school } from '../../support/kernel.ts';

const { priya, tom, daniel } = people;
const { margaret } = readers;

let scene: JournalScene;
beforeEach(async () => {
  scene = await startJournalDesk();
});
afterEach(() => scene.close());

it('a lead who is kept from a child reads nothing of its cases, of what hangs on them, or of who else has', async () => {
  const { id } = await scene.report(daniel);
  await scene.look(tom, id);
  await scene.kernel.perform(addAddendum, tom, { concern: id, words: 'Spoke with her.' }, newForm());
  const before = (await scene.lines(priya)).length;
  const child = scene.kernel.database.sqlite
    .prepare<[string], { childId: string }>('select childId from concern where id = ?')
    .get(id)?.childId;
  const conflict = {
    school,
    person: priya.person,
    child: child ?? '',
    conflict: 'own-child' as const,
    reason: 'Hers.',
  };
  expect(await scene.kernel.perform(declareConflict, margaret, conflict, newForm())).toMatchObject({ ok: true });
  const told = JSON.stringify(await scene.lines(priya));
  expect(before).toBeGreaterThan(2);
  expect(told).not.toMatch(/concern C-|an addition/);
  expect(await scene.desk.seen(priya, id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  const other = { ...conflict, person: tom.person, conflict: 'related' as const };
  expect(await scene.kernel.perform(declareConflict, margaret, other, newForm())).toMatchObject({ ok: true });
  expect((await scene.told(priya)).join()).not.toContain('conflict of interest');
  expect((await scene.told(margaret)).join()).toContain('conflict of interest');
  expect((await scene.told(margaret)).join()).toContain('Tom Whitlock looked at concern C-');
});
