import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import { agreeMinutes } from '../../../src/areas/meetings/minutes/agree-minutes.ts';
import { keepNote } from '../../../src/areas/meetings/minutes/keep-note.ts';
import { listMinutes, readMinutes } from '../../../src/areas/meetings/minutes/minutes-views.ts';
import { publishMinutes } from '../../../src/areas/meetings/minutes/publish-minutes.ts';
import { readRenderings } from '../../../src/areas/meetings/renderings/read-renderings.ts';
import { otherBodyScene, type OtherBodyScene } from '../../support/other-body-scene.ts';
import { newForm, people } from '../../support/kernel.ts';

const { daniel, priya, tom, zoe } = people;
let scene: OtherBodyScene;
beforeEach(async () => {
  scene = await otherBodyScene();
});
afterEach(() => scene.close());

const keep = async (who: typeof zoe, id: string, over: Partial<Parameters<typeof keepNote.decide>[1]> = {}) =>
  scene.act(keepNote, who, { meeting: id, rev: await scene.revOf(id), ...over });

describe('what the school wrote down of a meeting that another body holds', () => {
  it('becomes its own note: records with actions of their lines, outcome, dissent and the next day', async () => {
    const concern = await scene.report('Ellie Marsden');
    const id = await scene.conference({
      Ellie: { decision: 'Tell us of each absence.\n@Daniel by Friday: write the log', discussion: 'She is calmer.' },
    });
    expect(await scene.look(readMinutes, zoe, { id })).toMatchObject({ mayKeep: true, mayAgree: false });
    const said = { dissent: 'We see no change at home.', nextOn: '2027-03-10' };
    const result = await scene.perform(keepNote, zoe, { meeting: id, rev: await scene.revOf(id), ...said }, newForm());
    expect(result).toMatchObject({ ok: true, answer: { left: [], actions: [expect.any(String)] } });
    const made = scene.database.sqlite.prepare('select what, ownerName, dueOn, concernId from action').all();
    expect(made).toEqual([{ what: 'write the log', ownerName: daniel.name, dueOn: '2026-12-11', concernId: concern }]);
    expect(await scene.look(readMinutes, priya, { id })).toMatchObject({
      ...{ status: 'note-kept', draft: '', mayWrite: false, mayKeep: false, mayAgree: false, mayPublish: false },
      mayAdd: true,
      note: { keptByName: zoe.name, outcome: 'cp-plan', ...said },
    });
    const points = (await scene.look(listMinutes, priya, { id })) ?? [];
    expect(points.map(({ discussion }) => discussion)).toEqual(['She is calmer.']);
    const row = scene.database.sqlite.prepare('select agreedAt, agreedByName from meeting where id = ?').get(id);
    expect(row).toEqual({ agreedAt: null, agreedByName: null });
    expect(await keep(zoe, id)).toBe('already-done');
    expect(await scene.act(addMinuteAddendum, zoe, { meeting: id, words: 'The letter came.' })).toBe('done');
  });

  it('is kept by whoever leads or minutes, once something is written, and is agreed and published by nobody', async () => {
    const id = await scene.conference({});
    expect(await keep(zoe, id)).toBe('already-done');
    await scene.write(id, { 'What school contributes': { discussion: 'Attendance is 91 per cent.' } });
    expect(await keep(daniel, id)).toBe('not-found');
    expect(await keep(priya, id, { rev: 1 })).toBe('changed-meanwhile');
    expect(await keep(priya, id, { nextOn: '2026-12-10' })).toBe('nextOn');
    for (const who of [tom, priya, zoe])
      expect(await scene.act(agreeMinutes, who, { meeting: id, rev: await scene.revOf(id) })).toBe('not-found');
    expect(await keep(priya, id)).toBe('done');
    for (const who of [tom, priya])
      expect(await scene.act(publishMinutes, who, { meeting: id, rev: await scene.revOf(id) })).toBe('already-done');
    expect(await scene.look(readRenderings, priya, { id })).toBeUndefined();
  });

  it('is not for meetings that the school holds, nor for whoever is kept from one of its points', async () => {
    const own = await scene.conference({ 'What has gone well': { reason: 'x' } }, { kind: 'taf', chair: tom.person });
    expect(await keep(priya, own)).toBe('not-found');
    expect(await scene.look(readMinutes, priya, { id: own })).toMatchObject({ mayKeep: false });
    await scene.report('Leo Tarrant');
    const id = await scene.conference(
      { Leo: { reason: 'x' } },
      { kind: 'marac', children: [scene.child('Leo Tarrant')] },
    );
    expect(await scene.keep(tom, scene.child('Leo Tarrant'))).toBe('done');
    expect(await keep(tom, id)).toBe('not-found');
    expect(await keep(priya, id)).toBe('done');
  });
});

describe('the note in the file of a child', () => {
  it('lies there once it is kept, and says whose the official minutes are', async () => {
    const concern = await scene.report('Ellie Marsden');
    const id = await scene.conference({ Ellie: { discussion: 'She is calmer.' } });
    expect(await scene.paperOf(concern)).toBeUndefined();
    expect(await keep(zoe, id, { dissent: 'Ellie and Leo Tarrant should not share a plan.' })).toBe('done');
    const paper = await scene.paperOf(concern);
    for (const words of [
      'School’s note: Initial child protection conference',
      'She is calmer.',
      'Child protection plan',
    ])
      expect(paper).toContain(words);
    for (const words of ['are the official ones', 'The school did not agree', 'should not share a plan'])
      expect(paper).toContain(words);
    expect(paper).not.toMatch(/Leo|Tarrant|Agreed by/);
    expect((await scene.filesOf(concern))[0]?.name).toMatch(/^School’s note M-2026-0001/);
  });

  it('does not lie there of a meeting about an adult', async () => {
    const concern = await scene.report('Ellie Marsden');
    const id = await scene.conference({ Ellie: { discussion: 'What he did.' } }, { kind: 'lado-asv', children: [] });
    expect(await keep(zoe, id)).toBe('done');
    const row = scene.database.sqlite.prepare('select concernId from minute where meetingId = ?').get(id);
    expect(row).toEqual({ concernId: concern });
    expect(await scene.paperOf(concern)).toBeUndefined();
  });

  it('does not hold why the school did not agree where another concern was spoken of', async () => {
    const ellie = await scene.report('Ellie Marsden');
    await scene.report('Leo Tarrant');
    const id = await scene.conference(
      { Ellie: { discussion: 'Calmer.' }, Leo: { discussion: 'Not calmer.' } },
      { kind: 'mace', children: [scene.child('Ellie Marsden'), scene.child('Leo Tarrant')] },
    );
    expect(await keep(zoe, id, { dissent: 'The uncle was not asked.' })).toBe('done');
    const paper = await scene.paperOf(ellie);
    expect(paper).toContain('The school did not agree');
    expect(paper).not.toMatch(/uncle|Not calmer/);
  });
});
