import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Identity } from '../../../src/access/types.ts';
import { addAgendaPoint } from '../../../src/areas/meetings/add-agenda-point.ts';
import { arrangeAgenda } from '../../../src/areas/meetings/arrange-agenda.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { minutesDraft, type SourceBlock } from '../../../src/areas/meetings/contract.ts';
import { minuteTexts } from '../../../src/areas/meetings/fields.ts';
import { agreeMinutes } from '../../../src/areas/meetings/minutes/agree-minutes.ts';
import { becomesRecords, onlySource } from '../../../src/areas/meetings/minutes/becomes-records.ts';
import { followLines } from '../../../src/areas/meetings/minutes/follow-lines.ts';
import { holdMeeting } from '../../../src/areas/meetings/minutes/hold-meeting.ts';
import { readDraft, takeUpdate, type MinuteText } from '../../../src/areas/meetings/minutes/minutes-draft.ts';
import { readMinutes } from '../../../src/areas/meetings/minutes/minutes-views.ts';
import { publishMinutes } from '../../../src/areas/meetings/minutes/publish-minutes.ts';
import { writeMinutes } from '../../../src/areas/meetings/minutes/write-minutes.ts';
import { meeting as meetingType, type Meeting } from '../../../src/areas/meetings/record.ts';
import { readMinutesAsAttendee } from '../../../src/areas/meetings/renderings/read-as-attendee.ts';
import { readRenderings } from '../../../src/areas/meetings/renderings/read-renderings.ts';
import { listAgenda, listPeopleOfMeeting } from '../../../src/areas/meetings/views.ts';
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

/** A meeting that Tom chairs and Zoe minutes, held, with points of these headings. */
async function meeting(...headings: readonly string[]): Promise<{ id: string; points: readonly string[] }> {
  const times = { startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' };
  const asked = {
    ...{ school, kind: 'pastoral' as const, ...times, chair: tom.person, minuteTaker: zoe.person },
    ...{ staff: [daniel.person], guests: [], children: [scene.child('Ellie Marsden')] },
  };
  const called = await scene.perform(callMeeting, priya, asked, newForm());
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  const id = called.answer.meeting;
  for (const heading of headings) await scene.act(addAgendaPoint, priya, { meeting: id, heading });
  now = '2026-12-10T09:30:00.000Z';
  const asked2 = (await scene.look(listPeopleOfMeeting, priya, { id })) ?? [];
  const attendance = asked2.map((one) => ({ id: one.id, attendance: 'attended' as const }));
  expect(await scene.act(holdMeeting, tom, { meeting: id, rev: await revOf(id), attendance })).toBe('done');
  const agenda = (await scene.look(listAgenda, priya, { id })) ?? [];
  return { id, points: headings.map((heading) => agenda.find((one) => one.heading === heading)?.id ?? '') };
}
const revOf = async (id: string) => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;
const base64 = (document: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
const send = (who: Identity, id: string, document: Y.Doc) =>
  scene.act(writeMinutes, who, { meeting: id, update: base64(document) });

const said = 'She told me on Tuesday that she sleeps at her aunt’s.';
const block = (text = said, speaker = 'Zoe Lund'): SourceBlock => ({
  from: 'teams-transcript',
  lines: [{ at: '2026-12-10T09:12:04.120Z', speaker, text }],
});
function documentWith(
  sources: Readonly<Record<string, readonly unknown[]>>,
  texts: Readonly<Record<string, string>> = {},
) {
  const document = new Y.Doc();
  for (const [point, blocks] of Object.entries(sources))
    document.getArray(minutesDraft.sourceOf(point)).push([...blocks]);
  for (const [name, words] of Object.entries(texts)) document.getText(name).insert(0, words);
  return document;
}
const decision = (point: string) => minutesDraft.textOf(point, 'decision');

describe('a source beside a point', () => {
  it('is held in the draft, for whoever writes it', async () => {
    const { id, points } = await meeting('Sleep');
    const [point = ''] = points;
    expect(await send(zoe, id, documentWith({ [point]: [block()] }))).toBe('done');
    const seen = await scene.look(readMinutes, tom, { id });
    const document = new Y.Doc();
    Y.applyUpdate(document, Buffer.from(seen?.draft ?? '', 'base64'));
    expect(document.getArray(minutesDraft.sourceOf(point)).toArray()).toEqual([block()]);
    expect(await scene.look(readMinutes, daniel, { id })).toBeUndefined();
  });

  it('keeps what two people take into it at the same time', async () => {
    const { id, points } = await meeting('Sleep');
    const [point = ''] = points;
    expect(await send(zoe, id, documentWith({ [point]: [block('One.')] }))).toBe('done');
    expect(await send(tom, id, documentWith({ [point]: [block('Two.')] }))).toBe('done');
    const seen = await scene.look(readMinutes, priya, { id });
    const document = new Y.Doc();
    Y.applyUpdate(document, Buffer.from(seen?.draft ?? '', 'base64'));
    const held = document.getArray<SourceBlock>(minutesDraft.sourceOf(point)).toArray();
    expect(held.map(({ lines }) => lines[0]?.text).toSorted()).toEqual(['One.', 'Two.']);
  });

  it('is nothing but lines of a transcript, and of a point that there is', async () => {
    const { id, points } = await meeting('Sleep');
    const [point = ''] = points;
    const [line] = block().lines;
    const wrong: readonly unknown[] = [
      'words',
      { ...block(), from: 'the chair' },
      { ...block(), lines: [] },
      { ...block(), decision: 'Ring her aunt.' },
      { ...block(), lines: [{ ...line, text: '' }] },
      { ...block(), lines: [{ ...line, at: 'ten past nine' }] },
      { ...block(), lines: [{ ...line, text: 'x'.repeat(2_001) }] },
      { ...block(), lines: Array.from({ length: 61 }, () => line) },
    ];
    for (const entry of wrong) expect(await send(zoe, id, documentWith({ [point]: [entry] }))).toBe('update');
    expect(await send(zoe, id, documentWith({ ['0'.repeat(32)]: [block()] }))).toBe('update');
    const asText = documentWith({}, { [minutesDraft.sourceOf(point)]: 'Words of mine.' });
    expect(await send(zoe, id, asText)).toBe('update');
    expect(await send(zoe, id, documentWith({ [point]: [block()] }))).toBe('done');
  });

  it('gives nobody anything to do, whatever it says', async () => {
    const { id, points } = await meeting('Sleep');
    const [point = ''] = points;
    const line = 'Ring her aunt @Daniel Osei by Friday';
    const document = documentWith({ [point]: [block(line)] }, { [decision(point)]: 'Her tutor talks with her.' });
    await send(zoe, id, document);
    const lines = await scene.perform(followLines, zoe, { meeting: id }, newForm());
    expect(lines).toEqual({ ok: true, answer: { actions: [], left: [], onlySource: [] } });
    const agreed = await scene.perform(agreeMinutes, tom, { meeting: id, rev: await revOf(id) }, newForm());
    expect(agreed).toEqual({ ok: true, answer: { actions: [], left: [] } });
  });

  it('is never the minutes: a point that holds nothing else is not agreed, and it is said which', async () => {
    const { id, points } = await meeting('Sleep', 'Breakfast');
    const [sleep = '', breakfast = ''] = points;
    const document = documentWith({ [sleep]: [block()], [breakfast]: [block()] }, { [decision(breakfast)]: 'Daily.' });
    await send(zoe, id, document);
    const lines = await scene.perform(followLines, zoe, { meeting: id }, newForm());
    expect(lines).toMatchObject({ answer: { onlySource: [sleep] } });
    const refused = await scene.perform(agreeMinutes, tom, { meeting: id, rev: await revOf(id) }, newForm());
    const place = ((await scene.look(listAgenda, tom, { id })) ?? []).findIndex((one) => one.id === sleep) + 1;
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'invalid-input', fields: [{ name: 'minutes' }] },
    });
    expect(!refused.ok && refused.problem.fields?.[0]?.message).toContain(`Point ${place} has`);
    document.getText(decision(sleep)).insert(0, 'Her tutor asks her.');
    await send(zoe, id, document);
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
  });

  it('holds nothing up once its point is taken off the agenda', async () => {
    const { id, points } = await meeting('Sleep', 'Breakfast');
    const [sleep = '', breakfast = ''] = points;
    await send(zoe, id, documentWith({ [sleep]: [block()] }, { [decision(breakfast)]: 'Daily.' }));
    const agenda = (await scene.look(listAgenda, priya, { id })) ?? [];
    const order = agenda.map((one) => ({ id: one.id, ...(one.id === sleep && { off: true as const }) }));
    expect(await scene.act(arrangeAgenda, priya, { meeting: id, points: order })).toBe('done');
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
  });

  it('ends with the draft: no record and no rendering holds a word of it', async () => {
    const { id, points } = await meeting('Sleep');
    const [point = ''] = points;
    await send(zoe, id, documentWith({ [point]: [block()] }, { [decision(point)]: 'Her tutor asks her.' }));
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
    expect(await scene.act(publishMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
    const renderings = await scene.look(readRenderings, priya, { id });
    expect(JSON.stringify(renderings)).toContain('Her tutor asks her.');
    const told = [renderings, await scene.look(readMinutesAsAttendee, daniel, { id })];
    expect(JSON.stringify(told)).not.toContain('aunt');
    const tables = scene.database.sqlite
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
      .all();
    for (const { name } of tables) {
      const held = JSON.stringify(scene.database.sqlite.prepare(`select * from "${name}"`).all());
      expect(held, name).not.toContain('aunt');
    }
    expect(scene.database.sqlite.prepare('select count(*) from draft').pluck().get()).toBe(0);
  });
});

it('whatever stands in sources, no text, no action and no record is made of it', () => {
  const names = Object.keys(minuteTexts) as MinuteText[];
  const points = ['p1', 'p2', 'p3'];
  const marked = fc.constantFrom(
    'Ring her @Zoe Lund by Friday',
    'Child A is Ellie Marsden',
    'DECIDED: @Tom by 2026-12-18',
    '\n@Zoe by Friday',
  );
  const drafted = fc.array(
    fc.record({
      point: fc.constantFrom(...points),
      source: fc.option(marked, { nil: undefined }),
      text: fc.option(fc.tuple(fc.constantFrom(...names), fc.stringMatching(/^[a-z]{1,20}$/)), { nil: undefined }),
    }),
    { maxLength: 8 },
  );
  let n = 0;
  const context = {
    ...{ now: '2026-12-10T10:00:00.000Z', newId: () => `id${n++}` },
    actor: { person: 'tom', name: 'Tom' } as never,
  };
  const subject = { id: 'm1', school, kind: 'pastoral', ref: 'M-2026-0001' } as unknown as Meeting;
  fc.assert(
    fc.property(drafted, (all) => {
      const document = new Y.Doc();
      for (const { point, source, text } of all) {
        if (source !== undefined)
          document.getArray(minutesDraft.sourceOf(point)).push([block(`SOURCE ${source}`, 'SOURCE Zoe')]);
        if (text) document.getText(minutesDraft.textOf(point, text[0])).insert(0, text[1]);
      }
      const taken = takeUpdate([], base64(document), new Set(points));
      expect(taken.ok).toBe(true);
      const parts = [{ id: 1, bytes: base64(document) }];
      const rows = points.map((id, i) => ({ id, rev: 1, number: i + 1, state: 'open', why: 'own', concernId: 'c1' }));
      const state = {
        ...{ parts, points: rows as never, next: [], pointsLater: [], kept: [], apart: [], number: 1 },
        staff: [{ personId: 'zoe', name: 'Zoe Lund', leading: 0 }],
        concerns: [{ id: 'c1', ref: 'C-2026-0001', school, status: 'new' as never }],
      };
      const made = becomesRecords(subject, state, context as never, () => ({ kind: 'update' }) as never);
      expect(JSON.stringify(made)).not.toContain('SOURCE');
      expect(made.answer).toEqual({ actions: [], left: [] });
      const bare = points.filter(
        (point) =>
          all.some((one) => one.point === point && one.source !== undefined) &&
          Object.keys(readDraft(parts).point(point).texts).length === 0,
      );
      expect(onlySource(state)).toEqual(bare);
    }),
  );
});
