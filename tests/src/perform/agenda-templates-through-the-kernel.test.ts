import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAgendaPoint } from '../../../src/areas/meetings/add-agenda-point.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { refreshAgenda } from '../../../src/areas/meetings/refresh-agenda.ts';
import { listAgendaTemplates } from '../../../src/areas/meetings/templates/list-agenda-templates.ts';
import { pointsIn, textOfPoints } from '../../../src/areas/meetings/templates/template-of.ts';
import { writeAgendaTemplate } from '../../../src/areas/meetings/templates/write-agenda-template.ts';
import { listAgenda } from '../../../src/areas/meetings/views.ts';
import { newForm, people, school } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, zoe } = people;
let scene: NeedToKnowScene;
beforeEach(async () => {
  scene = await needToKnowScene({ now: () => '2026-12-10T08:05:00.000Z' });
});
afterEach(() => scene.close());

const own = [{ heading: 'Who is here', minutes: 5 }, { heading: '3 good things' }, { heading: 'Next time' }];
const write = (over: object = {}, who = priya) =>
  scene.act(writeAgendaTemplate, who, { ...{ school, kind: 'pastoral', seen: 0, points: own, ...over } });
async function call(alsoOn: readonly string[] = []): Promise<string> {
  const asked = {
    ...{ school, kind: 'pastoral' as const, chair: priya.person, staff: [], guests: [], children: [] },
    ...{ startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:00:00.000Z', alsoOn: [...alsoOn] },
  };
  const result = await scene.perform(callMeeting, priya, asked, newForm());
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.meeting;
}
const agenda = async (id: string) =>
  ((await scene.look(listAgenda, priya, { id })) ?? []).map(({ heading, minutes }) =>
    minutes === undefined ? heading : `${heading} (${minutes})`,
  );
const listed = async () =>
  (await scene.look(listAgendaTemplates, priya, {}))?.items.find(({ kind }) => kind === 'pastoral');

describe('what stands on each agenda of a kind', () => {
  it('is Lantern’s list until a school writes its own, which holds for meetings and series called from then on', async () => {
    const before = await call();
    const lanterns = await agenda(before);
    expect(lanterns[0]).toBe('Apologies');
    expect(await listed()).toMatchObject({ own: false, points: lanterns.map((heading) => ({ heading })) });
    expect(await write()).toBe('done');
    const mine = ['Who is here (5)', '3 good things', 'Next time'];
    expect(await listed()).toMatchObject({ own: true, version: 1, points: own, writtenByName: priya.name });
    const first = await call(['2026-12-21']);
    expect(await agenda(first)).toEqual(mine);
    const later = scene.database.sqlite
      .prepare('select id from meeting where seriesId = ? and id <> ?')
      .pluck()
      .get(first, first);
    expect(await agenda(String(later))).toEqual(mine);
    for (const id of [before, first]) await scene.act(refreshAgenda, priya, { meeting: id });
    expect(await agenda(before), 'an agenda that was there stays').toEqual(lanterns);
    expect(await agenda(first)).toEqual(mine);
    await scene.act(addAgendaPoint, priya, { meeting: first, heading: 'Lunch' });
  });

  it('goes back to Lantern’s list, and what was written stays on record', async () => {
    expect(await scene.act(writeAgendaTemplate, priya, { school, kind: 'pastoral', seen: 0 })).toBe('already-done');
    await write();
    expect(await scene.act(writeAgendaTemplate, tom, { school, kind: 'pastoral', seen: 1 })).toBe('done');
    expect(await listed()).toMatchObject({ own: false, version: 2, writtenByName: tom.name });
    expect((await agenda(await call()))[0]).toBe('Apologies');
    const kept = scene.database.sqlite.prepare('select number, points, retired from agendaTemplate order by number');
    expect(kept.all()).toEqual([
      { number: 1, points: '5 Who is here\n0 3 good things\n0 Next time', retired: null },
      { number: 2, points: null, retired: 1 },
    ]);
  });

  it('is the leads’, at their own school; who was slower is told, and each point stands once', async () => {
    for (const who of [daniel, zoe, margaret]) {
      expect(await write({}, who)).toBe('not-found');
      expect(await scene.look(listAgendaTemplates, who, {})).toBeUndefined();
    }
    expect(await write({ school: 'elsewhere' })).toBe('not-found');
    expect(await write({ points: [...own, { heading: 'next time' }] })).toBe('points');
    expect(await write()).toBe('done');
    expect(await write({}, tom)).toBe('changed-meanwhile');
  });
});

it('a list reads back as it was written, and a line that somebody typed in SharePoint is a heading', () => {
  expect(pointsIn(textOfPoints(own))).toEqual(own);
  expect(pointsIn('Anything new\n\n 10 Lunch ')).toEqual([
    { heading: 'Anything new' },
    { heading: 'Lunch', minutes: 10 },
  ]);
});
