import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JournalLine } from '../../../src/areas/journal/contract.ts';
import { startJournalDesk, type JournalScene } from '../../support/journal-desk.ts';
import { newForm, people } from '../../support/kernel.ts';

const { priya, tom, daniel, zoe } = people;

let scene: JournalScene;
beforeEach(async () => {
  scene = await startJournalDesk();
});
afterEach(() => scene.close());

it('says from where each came and by which right, finds what came in by one door, and says nothing of entries from before', async () => {
  const { id } = await scene.report({ ...daniel, door: 'chat' });
  await scene.look(priya, id);
  await scene.look({ ...tom, door: 'lantern' }, id);
  await scene.look(zoe, id);
  await scene.note({ subjects: [id], actor: tom.person });
  const how = (lines: readonly JournalLine[]) =>
    lines.filter(({ about }) => about === 'concern').map(({ who, door, right }) => [who, door, right]);
  const chat = ['Daniel Osei', 'chat', 'as a member of staff'];
  const tab = ['Priya Raman', 'tab', 'as designated safeguarding lead'];
  expect(how(await scene.lines(priya))).toEqual([
    ['Tom Whitlock', undefined, undefined],
    ['Zoe Lund', 'tab', undefined],
    ['Tom Whitlock', 'lantern', 'as deputy safeguarding lead'],
    ...[tab, chat],
  ]);
  expect(how(await scene.lines(priya, { door: 'chat' }))).toEqual([chat]);
  expect(how(await scene.lines(priya, { door: 'tab', kind: 'read' }))).toEqual([tab]);
  expect(await scene.lines(priya, { door: 'command', person: tom.person })).toEqual([]);
  expect(await scene.desk.page(priya, { door: 'window' })).toMatchObject({ problem: { code: 'invalid-input' } });
  const file = await scene.desk.file(priya, { door: 'chat', form: newForm() });
  expect(file.ok && file.answer.csv).toContain('"In the chat","as a member of staff"');
});
