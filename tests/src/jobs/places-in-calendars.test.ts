import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createPlaces } from '../../../src/jobs/places-in-calendars.ts';
import { school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

let scene: NeedToKnowScene;
beforeEach(async () => {
  scene = await needToKnowScene();
  onTestFinished(() => scene.close());
});
/** A meeting about Ellie Marsden and Leo Tarrant; Nell Tarrant is at the school as well. */
const shown = async (place: string) => {
  const placeOf = createPlaces({ tenant, store: scene.store });
  return placeOf(school, place, [scene.child('Ellie Marsden'), scene.child('Leo Tarrant')]);
};

it.each([
  ['Ellie’s home, 14 Mill Lane'],
  ['Room 4 (L.T.)'],
  ['Room 4, LT'],
  ['Room 4, after Nell’s'],
  ['Room 4, after Nells'],
  ['With Nell Tarrant in Room 4'],
  ['at the TARRANTS'],
  ['https://calls.example/ellie'],
])('%s may name a child: it is not shown', async (place) => {
  expect(await shown(place)).toBe('');
});

it.each([
  [''],
  ['Room 4'],
  ['Main Hall'],
  ['Priya’s office'],
  ['Meeting room by the library, first floor'],
  ['IT suite'],
])('“%s” names nobody: it is shown as it is', async (place) => {
  expect(await shown(place)).toBe(place);
});

it('a name that is also a word counts only where another name of the child stands beside it', async () => {
  const sql = scene.database.sqlite;
  sql.prepare("update pupil set familyName = 'Hall', knownAs = null where id = ?").run(scene.child('Nell Tarrant'));
  expect([await shown('Main Hall'), await shown('Main Hall, Nell'), await shown('Hall, N')]).toEqual([
    'Main Hall',
    '',
    '',
  ]);
});

it('whoever belongs to a child is not named either', async () => {
  const at = { tenant, school, rev: 1 };
  const { sqlite } = scene.database;
  const put = (table: string, row: object) => {
    const names = Object.keys(row);
    sqlite
      .prepare(`insert into ${table} (${names.join()}) values (${names.map((name) => `@${name}`).join()})`)
      .run(row);
  };
  expect(await shown('With Mrs Quennell')).toBe('With Mrs Quennell');
  put('contact', { id: 'c1', ...at, givenName: 'Dawn', familyName: 'Quennell' });
  const relation = { pupilId: scene.child('Leo Tarrant'), contactId: 'c1', relationship: 'parent' };
  put('relationship', { id: 'r1', ...at, ...relation });
  expect(await shown('With Mrs Quennell')).toBe('');
});
