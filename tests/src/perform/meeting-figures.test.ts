import { afterEach, beforeEach, expect, it } from 'vitest';
import { completeAction } from '../../../src/areas/actions/complete-action.ts';
import { countMeetings, schoolYearFrom } from '../../../src/areas/meetings/figures.ts';
import { people } from '../../support/kernel.ts';
import { margaret } from '../../support/need-to-know-scene.ts';
import { papersScene, type PapersScene } from '../../support/papers-scene.ts';

const { daniel, priya, tom, zoe } = people;
let scene: PapersScene;
beforeEach(async () => {
  scene = await papersScene();
  await scene.report('Ellie Marsden');
});
afterEach(() => scene.close());

const seen = () => scene.look(countMeetings, priya, {});
const aboutEllie = (over: object = {}) =>
  scene.agreed(
    { Ellie: { decision: 'Ring her mother @Daniel by 2026-12-11\nSee her @Daniel by 2026-12-11' } },
    { children: [scene.child('Ellie Marsden')], ...over },
  );

it('counts by kind what was held, who came, when minutes were agreed and what was done in time; nothing to come', async () => {
  expect(await seen()).toEqual({ from: '2026-09-01', kinds: [] });
  const id = await aboutEllie();
  scene.database.sqlite
    .prepare("update meetingPerson set attendance = 'absent' where meetingId = ? and personId = ?")
    .run(id, daniel.person);
  const usual = { kind: 'taf', held: 1, agreed: 1, daysToAgree: 0 };
  const before = (await seen())?.kinds[0];
  expect(before).toMatchObject({ ...usual, due: 0, inTime: 0 });
  expect((before?.asked ?? 0) - (before?.came ?? 0)).toBe(1);
  const [first, second] = scene.database.sqlite.prepare<[], { id: string }>('select id from action order by ref').all();
  expect(await scene.act(completeAction, daniel, { action: first?.id ?? '', note: 'Rang.' })).toBe('done');
  expect((await seen())?.kinds[0]).toMatchObject({ ...usual, due: 1, inTime: 1 });
  scene.forward(3 * 86_400);
  expect((await seen())?.kinds[0]).toMatchObject({ ...usual, due: 2, inTime: 1 });
  expect(await scene.act(completeAction, daniel, { action: second?.id ?? '', note: 'Late.' })).toBe('done');
  expect((await seen())?.kinds[0]).toMatchObject({ ...usual, due: 2, inTime: 1 });
});

it('counts the reports that were asked for, and of those only the ones that came by their day as in time', async () => {
  const id = await aboutEllie();
  const reports = scene.database.sqlite.prepare(
    'update meetingPerson set reportDueOn = ?, reportReceivedOn = ? where meetingId = ? and personId = ?',
  );
  const counted = async () => {
    const [kind] = (await seen())?.kinds ?? [];
    return [kind?.reports, kind?.reportsInTime];
  };
  expect(await counted()).toEqual([0, 0]);
  reports.run('2026-12-07', '2026-12-07', id, zoe.person);
  expect(await counted()).toEqual([1, 1]);
  reports.run('2026-12-07', '2026-12-08', id, daniel.person);
  expect(await counted()).toEqual([2, 1]);
  reports.run('2026-12-07', null, id, daniel.person);
  expect(await counted()).toEqual([2, 1]);
});

it('takes the median of the days, also between two', async () => {
  const ids = [await aboutEllie(), await aboutEllie()];
  const late = scene.database.sqlite.prepare('update meeting set agreedAt = ? where id = ?');
  late.run('2026-12-13T09:00:00.000Z', ids[1]);
  expect((await seen())?.kinds).toMatchObject([{ held: 2, agreed: 2, daysToAgree: 1.5 }]);
});

it('is for whoever calls meetings, and leaves out what they are kept from', async () => {
  await aboutEllie();
  for (const who of [daniel, zoe, margaret]) expect(await scene.look(countMeetings, who, {})).toBeUndefined();
  expect((await scene.look(countMeetings, tom, {}))?.kinds).toHaveLength(1);
  expect(await scene.keep(tom, scene.child('Ellie Marsden'))).toBe('done');
  expect((await scene.look(countMeetings, tom, {}))?.kinds).toEqual([]);
});

it.each([
  ['2026-12-10T09:00:00.000Z', '2026-08-31T23:00:00.000Z'],
  ['2027-08-31T22:59:00.000Z', '2026-08-31T23:00:00.000Z'],
  ['2027-08-31T23:00:00.000Z', '2027-08-31T23:00:00.000Z'],
])('the school year of %s began at %s', (now, expected) => {
  expect(schoolYearFrom(now)).toBe(expected);
});
