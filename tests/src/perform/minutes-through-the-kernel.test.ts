import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addAgendaPoint } from '../../../src/areas/meetings/add-agenda-point.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { minutesDraft } from '../../../src/areas/meetings/contract.ts';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import { agreeMinutes } from '../../../src/areas/meetings/minutes/agree-minutes.ts';
import { followLines } from '../../../src/areas/meetings/minutes/follow-lines.ts';
import { holdMeeting } from '../../../src/areas/meetings/minutes/hold-meeting.ts';
import { mostParts } from '../../../src/areas/meetings/minutes/minutes-draft.ts';
import { listMinuteAddenda, listMinutes, readMinutes } from '../../../src/areas/meetings/minutes/minutes-views.ts';
import { publishMinutes } from '../../../src/areas/meetings/minutes/publish-minutes.ts';
import { writeMinutes } from '../../../src/areas/meetings/minutes/write-minutes.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import { refreshAgenda } from '../../../src/areas/meetings/refresh-agenda.ts';
import { listAgenda, listPeopleOfMeeting, readMeeting } from '../../../src/areas/meetings/views.ts';
import type { Identity } from '../../../src/access/types.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
});
afterEach(() => scene.close());

const times = { startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' };
type Asked = Parameters<typeof callMeeting.decide>[1];

/** A meeting about Ellie with her concern on its agenda, chaired by Tom and minuted by Zoe; held unless it is said otherwise. */
async function meeting(over: Partial<Asked> = {}, held = true): Promise<string> {
  const asked = {
    ...{ school, kind: 'taf' as const, ...times, chair: tom.person, minuteTaker: zoe.person, staff: [daniel.person] },
    ...{ guests: [], children: [scene.child('Ellie Marsden')], ...over },
  };
  const called = await scene.perform(callMeeting, priya, asked, newForm());
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  const id = called.answer.meeting;
  await scene.act(refreshAgenda, priya, { meeting: id });
  now = '2026-12-10T09:30:00.000Z';
  if (held)
    expect(await scene.act(holdMeeting, tom, { meeting: id, rev: await revOf(id), attendance: [] })).toBe('done');
  return id;
}
const revOf = async (id: string) => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;
const agenda = async (id: string) => (await scene.look(listAgenda, priya, { id })) ?? [];
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const send = (who: Identity, id: string, update: string) => scene.act(writeMinutes, who, { meeting: id, update });
const whole = (document: Y.Doc) => base64(Y.encodeStateAsUpdate(document));

function documentWith(texts: Readonly<Record<string, string>>): Y.Doc {
  const document = new Y.Doc();
  for (const [name, words] of Object.entries(texts)) document.getText(name).insert(0, words);
  return document;
}
async function draftFor(who: Identity, id: string): Promise<Y.Doc | undefined> {
  const seen = await scene.look(readMinutes, who, { id });
  if (!seen) return undefined;
  const document = new Y.Doc();
  if (seen.draft !== '') Y.applyUpdate(document, Buffer.from(seen.draft, 'base64'));
  return document;
}
const drafts = () =>
  scene.database.sqlite.prepare<[], { held: number }>('select count(*) as held from draft').get()?.held;

describe('a draft of minutes', () => {
  it('holds what two people begin in the same text at the same time', async () => {
    const id = await meeting();
    const [point] = await agenda(id);
    const name = minutesDraft.textOf(point!.id, 'discussion');
    const sent = [
      send(tom, id, whole(documentWith({ [name]: 'She ate nothing. ' }))),
      send(zoe, id, whole(documentWith({ [name]: 'Her aunt came. ' }))),
    ];
    expect(await Promise.all(sent)).toEqual(['done', 'done']);
    const text = (await draftFor(priya, id))?.getText(name).toString() ?? '';
    expect([text.includes('She ate nothing. '), text.includes('Her aunt came. ')]).toEqual([true, true]);
    expect(await scene.look(readMinutes, tom, { id })).toMatchObject({
      ...{ status: 'minutes-draft', mayWrite: true, mayAgree: true },
    });
    expect(await scene.look(readMinutes, zoe, { id })).toMatchObject({ mayAgree: false });
  });

  it('is put into one when it has many parts, and loses none of them', async () => {
    const id = await meeting();
    const [point] = await agenda(id);
    const name = minutesDraft.textOf(point!.id, 'decision');
    const document = new Y.Doc();
    for (let i = 0; i < mostParts + 3; i++) {
      const before = Y.encodeStateVector(document);
      document.getText(name).insert(document.getText(name).length, `${i},`);
      expect(await send(zoe, id, base64(Y.encodeStateAsUpdate(document, before)))).toBe('done');
    }
    expect(drafts()).toBeLessThan(5);
    expect((await draftFor(tom, id))?.getText(name).toString()).toBe(document.getText(name).toString());
  });

  it('takes nothing that is no update, that rests on what never came, that is too large or about anything else', async () => {
    const id = await meeting();
    const [point] = await agenda(id);
    const name = minutesDraft.textOf(point!.id, 'reason');
    const cut = base64(Y.encodeStateAsUpdate(documentWith({ [name]: 'Cut off.' })).slice(0, -6));
    for (const rubbish of [cut, '//////8P', base64(new TextEncoder().encode('<script>alert(1)</script>'))])
      expect(await send(zoe, id, rubbish)).toBe('update');
    expect(await send(zoe, id, whole(documentWith({ elsewhere: 'x' })))).toBe('update');
    expect(await send(zoe, id, whole(documentWith({ [`${'0'.repeat(32)}/reason`]: 'x' })))).toBe('update');
    const document = documentWith({ [name]: 'First. ' });
    const before = Y.encodeStateVector(document);
    document.getText(name).insert(0, 'Second. ');
    expect(await send(zoe, id, base64(Y.encodeStateAsUpdate(document, before)))).toBe('changed-meanwhile');
    const long = documentWith({ [name]: 'x'.repeat(minutesDraft.mostBytes.update) });
    expect(await send(zoe, id, whole(long))).toBe('update');
    expect(drafts()).toBe(0);
    expect(await send(zoe, id, whole(document))).toBe('done');
  });

  it('is for whoever leads, chairs or minutes, and not for whoever was asked; before the meeting it is not begun', async () => {
    const id = await meeting({}, false);
    const [point] = await agenda(id);
    const update = whole(documentWith({ [minutesDraft.textOf(point!.id, 'reason')]: 'x' }));
    expect(await send(zoe, id, update)).toBe('already-done');
    await scene.act(holdMeeting, tom, { meeting: id, rev: await revOf(id), attendance: [] });
    expect(await send(daniel, id, update)).toBe('not-found');
    expect(await scene.look(readMinutes, daniel, { id })).toBeUndefined();
    expect(await send(zoe, id, update)).toBe('done');
  });

  it('is kept from whoever is kept from a child of one of its points, though the meeting is about no child by name', async () => {
    const concern = await scene.report('Leo Tarrant');
    const id = await meeting({ kind: 'safeguarding-team', children: [] });
    const point = (await agenda(id)).find((one) => one.concern?.id === concern)!;
    expect(await send(zoe, id, whole(documentWith({ [minutesDraft.textOf(point.id, 'reason')]: 'x' })))).toBe('done');
    expect(await draftFor(tom, id)).toBeDefined();
    expect(await scene.keep(tom, scene.child('Leo Tarrant'))).toBe('done');
    expect(await draftFor(tom, id)).toBeUndefined();
    expect(await send(tom, id, whole(new Y.Doc()))).toBe('not-found');
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('not-found');
  });
});

describe('a meeting that was held', () => {
  it('says who came, and is not held before its day', async () => {
    const id = await meeting({ startsAt: '2026-12-11T09:00:00.000Z', endsAt: '2026-12-11T10:00:00.000Z' }, false);
    const some = (await scene.look(listPeopleOfMeeting, priya, { id })) ?? [];
    const attendance = some.map((one) => ({ id: one.id, attendance: 'attended' as const }));
    const held = { meeting: id, rev: await revOf(id), attendance };
    expect(await scene.act(holdMeeting, zoe, held)).toBe('meeting');
    expect(await scene.look(readMeeting, zoe, { id })).toMatchObject({ mayHold: false });
    now = '2026-12-11T09:30:00.000Z';
    expect(await scene.look(readMeeting, zoe, { id })).toMatchObject({ mayHold: true });
    const stranger = { id: '0'.repeat(32), attendance: 'absent' as const };
    expect(await scene.act(holdMeeting, zoe, { ...held, attendance: [stranger] })).toBe('attendance');
    expect(await scene.act(holdMeeting, zoe, held)).toBe('done');
    const after = (await scene.look(listPeopleOfMeeting, priya, { id })) ?? [];
    expect(new Set(after.map((one) => one.attendance))).toEqual(new Set(['attended']));
    expect(await scene.act(holdMeeting, zoe, held)).toBe('changed-meanwhile');
    // Somebody was ticked who did not come: it is said again, and the minutes go on.
    const [first] = after;
    const again = { meeting: id, rev: await revOf(id), attendance: [{ id: first!.id, attendance: 'absent' as const }] };
    expect(await scene.act(holdMeeting, zoe, again)).toBe('done');
    const corrected = (await scene.look(listPeopleOfMeeting, priya, { id })) ?? [];
    expect(corrected.find((one) => one.id === first!.id)?.attendance).toBe('absent');
    expect(corrected.filter((one) => one.attendance === 'attended')).toHaveLength(after.length - 1);
    const [point] = await agenda(id);
    await send(zoe, id, whole(documentWith({ [minutesDraft.textOf(point!.id, 'reason')]: 'x' })));
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
    expect(await scene.act(holdMeeting, zoe, { ...again, rev: await revOf(id) })).toBe('already-done');
  });
});

describe('minutes that were agreed', () => {
  it('are records, agreed by the chair alone, with actions from their lines; after that there are addenda only', async () => {
    const concern = await scene.report();
    const id = await meeting();
    await scene.act(addAgendaPoint, zoe, { meeting: id, heading: 'Transport' });
    const points = await agenda(id);
    const about = points.find((one) => one.concern?.id === concern)!;
    const own = points.find((one) => one.heading === 'Transport')!;
    const document = documentWith({
      [minutesDraft.textOf(about.id, 'decision')]:
        'Ring her mother @Priya by Friday\n@Daniel by 18 December: ask about lunch\n@Nobody by Friday: x',
      [minutesDraft.textOf(about.id, 'discussion')]: 'é'.repeat(70_000),
      [minutesDraft.textOf(own.id, 'decision')]: '@Tom by tomorrow book the bus',
    });
    document.getMap(minutesDraft.states).set(about.id, 'decided').valueOf();
    document.getMap(minutesDraft.states).set(own.id, 'carried').valueOf();
    expect(await send(zoe, id, whole(document))).toBe('done');
    for (const who of [zoe, priya])
      expect(await scene.act(agreeMinutes, who, { meeting: id, rev: await revOf(id) })).toBe('not-found');
    const result = await scene.perform(agreeMinutes, tom, { meeting: id, rev: await revOf(id) }, newForm());
    expect(result).toMatchObject({
      ok: true,
      answer: {
        left: [
          { point: about.id, line: 3, why: 'no-such-person' },
          { point: own.id, line: 1, why: 'no-concern' },
        ],
      },
    });
    const actions = scene.database.sqlite
      .prepare('select ref, what, ownerName, dueOn, concernId from action order by ref')
      .all();
    expect(actions).toEqual([
      { ref: 'A-2026-0001', what: 'Ring her mother', ownerName: priya.name, dueOn: '2026-12-11', concernId: concern },
      { ref: 'A-2026-0002', what: 'ask about lunch', ownerName: daniel.name, dueOn: '2026-12-18', concernId: concern },
    ]);
    expect(await scene.store.next(tenant, 'action:2026')).toBe(3);
    const minutes = (await scene.look(listMinutes, priya, { id })) ?? [];
    expect(minutes.map((one) => [one.pointId, one.part, one.discussion?.length])).toEqual([
      [about.id, 1, 63_000],
      [about.id, 2, 7_000],
      [own.id, 1, undefined],
    ]);
    expect((await agenda(id)).filter((one) => one.state !== 'open').map((one) => one.state)).toEqual([
      'decided',
      'carried',
    ]);
    expect(drafts()).toBe(0);
    expect(await send(zoe, id, whole(document))).toBe('already-done');
    const words = 'The bus is on Mondays.';
    expect(await scene.act(addMinuteAddendum, zoe, { meeting: id, words })).toBe('done');
    expect(await scene.act(publishMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
    expect(await scene.act(addMinuteAddendum, daniel, { meeting: id, words })).toBe('not-found');
    expect(await scene.look(listMinuteAddenda, priya, { id })).toMatchObject([{ words, writtenByName: zoe.name }]);
  });

  it('tell beforehand what their lines become, by the same rule, and change nothing by it', async () => {
    const concern = await scene.report();
    const id = await meeting();
    const about = (await agenda(id)).find((one) => one.concern?.id === concern)!;
    const decision = 'Ring her mother @Priya by Friday\n@Nobody by Friday: x';
    await send(zoe, id, whole(documentWith({ [minutesDraft.textOf(about.id, 'decision')]: decision })));
    const before = await revOf(id);
    const told = await scene.perform(followLines, zoe, { meeting: id }, newForm());
    expect(told).toEqual({
      ok: true,
      answer: {
        onlySource: [],
        actions: [{ point: about.id, line: 1, ownerName: priya.name, dueOn: '2026-12-11' }],
        left: [{ point: about.id, line: 2, why: 'no-such-person' }],
      },
    });
    expect(await revOf(id)).toBe(before);
    expect(await scene.store.next(tenant, 'action:2026')).toBe(1);
    expect(scene.database.sqlite.prepare('select count(*) as made from action').get()).toEqual({ made: 0 });
    expect(await scene.act(followLines, daniel, { meeting: id })).toBe('not-found');
    expect(await scene.keep(tom, scene.child('Ellie Marsden'))).toBe('done');
    expect(await scene.act(followLines, tom, { meeting: id })).toBe('not-found');
  });

  it('hold what was typed in the moment in which they were agreed', async () => {
    const id = await meeting();
    const [point] = await agenda(id);
    const name = minutesDraft.textOf(point!.id, 'reason');
    await send(zoe, id, whole(documentWith({ [name]: 'Early. ' })));
    const rev = await revOf(id);
    // Another instance takes a writer's part between the chair's look at the draft and the commit.
    const { commit } = scene.store;
    let late = true;
    scene.store.commit = async (one) => {
      if (late && one.entry.act === 'agree-minutes') {
        late = false;
        const parts = whole(documentWith({ [name]: 'Late. ' }));
        scene.database.sqlite
          .prepare('insert into draft (tenant, subject, bytes) values (?, ?, ?)')
          .run(tenant, id, parts);
      }
      return commit(one);
    };
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev })).toBe('done');
    const [minute] = (await scene.look(listMinutes, priya, { id })) ?? [];
    expect([minute?.reason?.includes('Early.'), minute?.reason?.includes('Late.')]).toEqual([true, true]);
  });

  it('are never those of another body, and never published where the kind keeps them in', async () => {
    const icpc = await meeting({ kind: 'icpc', heldBy: 'Westmarch' });
    const [point] = await agenda(icpc);
    const update = whole(documentWith({ [minutesDraft.textOf(point!.id, 'reason')]: 'Our note.' }));
    expect(await send(zoe, icpc, update)).toBe('done');
    for (const who of [tom, priya])
      expect(await scene.act(agreeMinutes, who, { meeting: icpc, rev: await revOf(icpc) })).toBe('not-found');
    now = '2026-12-10T08:05:00.000Z';
    const closed = await meeting({ kind: 'professionals' });
    const [first] = await agenda(closed);
    await send(zoe, closed, whole(documentWith({ [minutesDraft.textOf(first!.id, 'reason')]: 'x' })));
    expect(await scene.act(agreeMinutes, tom, { meeting: closed, rev: await revOf(closed) })).toBe('done');
    expect(await scene.act(publishMinutes, tom, { meeting: closed, rev: await revOf(closed) })).toBe('meeting');
  });
});
