import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { meetingPerson } from '../../../src/areas/meetings/record.ts';
import { listPeopleOfMeeting } from '../../../src/areas/meetings/views.ts';
import { keepTemplate } from '../../../src/areas/letters/keep-template.ts';
import { mergeLetterOfConcern, mergeLetterOfMeeting } from '../../../src/areas/letters/merge-letter.ts';
import { letter } from '../../../src/areas/letters/record.ts';
import { retireTemplate } from '../../../src/areas/letters/retire-template.ts';
import { sendLetterOfConcern, sendLetterOfMeeting } from '../../../src/areas/letters/send-letter.ts';
import {
  listLettersOfConcern,
  listLettersOfMeeting,
  listTemplates,
  printLetter,
  readLetter,
} from '../../../src/areas/letters/views.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, stranger, tom, zoe } = people;
const schools = [{ id: school, name: 'Harrowmere Academy', telephone: '01632 960100' }];
const now = '2026-12-10T08:05:00.000Z';
let scene: NeedToKnowScene;
let meeting: string;
let to: Readonly<Record<'family' | 'professional' | 'staff', string>>;
beforeEach(async () => {
  scene = await needToKnowScene({ now: () => now });
  const of: Parameters<typeof callMeeting.decide>[1] = {
    ...{ school, kind: 'taf', startsAt: '2026-12-17T15:30:00.000Z', endsAt: '2026-12-17T16:30:00.000Z' },
    ...{ location: 'Room 4', chair: tom.person, minuteTaker: zoe.person, staff: [daniel.person] },
    guests: [
      { as: 'family', name: 'Carol Tarrant' },
      { as: 'professional', name: 'Ruth Osborne', agency: 'Family hub', email: 'ruth@hub.example' },
    ],
    children: [scene.child('Leo Tarrant'), scene.child('Ellie Marsden')],
  };
  const called = await scene.perform(callMeeting, priya, of, newForm());
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  meeting = called.answer.meeting;
  const asked = (await scene.look(listPeopleOfMeeting, priya, { id: meeting })) ?? [];
  const idOf = (as: string) => asked.find((one) => one.as === as)?.id ?? '';
  to = { family: idOf('family'), professional: idOf('professional'), staff: idOf('staff') };
});
afterEach(() => scene.close());

const leo = () => scene.child('Leo Tarrant');
const merged = (template: string, over: object = {}, who = priya) =>
  scene.look(mergeLetterOfMeeting(schools), who, {
    ...{ id: meeting, invitation: to.family, template, child: leo() },
    ...over,
  });
const values = () => ({
  ...{
    template: 'standard-invite-family',
    subject: 'Invitation to a meeting',
    words: 'Dear Carol Tarrant\n\nPlease come.',
  },
  ...{ how: 'post' as const, sentOn: '2026-12-10' },
});
const ofMeeting = () => ({ ...values(), meeting, invitation: to.family, child: leo() });
type OfMeeting = ReturnType<typeof ofMeeting> & { looked?: boolean; reportDueOn?: string };
const send = (over: Partial<OfMeeting> = {}, who = priya) =>
  scene.act(sendLetterOfMeeting, who, { ...ofMeeting(), ...over });
const lettersOf = async (who = priya) => (await scene.look(listLettersOfMeeting, who, { id: meeting })) ?? [];
const rowsOfMeetingPerson = (id: string) => scene.store.record(tenant, meetingPerson, id);

describe('a template filled in', () => {
  it('names the child of the family, and the meeting as “meeting” on what a stranger may open', async () => {
    const letter = await merged('standard-invite-family');
    expect(letter?.words).toContain('Dear Carol Tarrant');
    expect(letter?.words).toContain('how Leo Tarrant is getting on');
    expect(letter?.words).toContain('Please come to our meeting:\n\nThursday 17 December 2026, 15:30 to 16:30\nRoom 4');
    expect(letter?.words).toContain(
      'Priya Raman\nDesignated safeguarding lead\nHarrowmere Academy\nTelephone: 01632 960100',
    );
    expect(letter?.missing).toEqual([]);
    expect(JSON.stringify(letter)).not.toMatch(/Ellie|Marsden|\bfamily\b.*team|Team around/);
    const professional = await merged('standard-invite-professional', { invitation: to.professional });
    expect(professional?.words).toContain('invited to a team around the family about Leo Tarrant (Year 7)');
  });

  it('asks whom it concerns where there are several children, and takes none of another meeting', async () => {
    const { child: _none, ...without } = {
      id: meeting,
      invitation: to.family,
      template: 'standard-invite-family',
      child: '',
    };
    expect((await scene.look(mergeLetterOfMeeting(schools), priya, without))?.fault?.name).toBe('child');
    for (const child of [scene.child('Nell Tarrant'), 'nobody'])
      expect(await merged('standard-invite-family', { child })).toMatchObject({ words: '', fault: { name: 'child' } });
  });

  it('is filled in with a template for this class of addressee only, and says what is not known', async () => {
    expect((await merged('standard-report-request'))?.fault?.name).toBe('template');
    const asked = await merged('standard-report-request', { invitation: to.professional });
    expect(asked?.missing).toEqual(['addressee.reportDueOn']);
    const due = await merged('standard-report-request', { invitation: to.professional, reportDueOn: '2026-12-14' });
    expect(due?.missing).toEqual([]);
    expect(due?.words).toContain('from Family hub by Monday 14 December 2026');
  });

  it('is nothing for whoever may not write letters, or is kept from a child of the meeting', async () => {
    for (const who of [daniel, zoe, margaret, stranger])
      expect(await merged('standard-invite-family', {}, who)).toBeUndefined();
    await scene.keep(tom, scene.child('Ellie Marsden'), priya);
    expect(await merged('standard-invite-family', {}, tom)).toBeUndefined();
    expect(await send({}, tom)).toBe('not-found');
  });
});

describe('a letter of a meeting', () => {
  it('is kept as it was written, in the newest concern of the child, once for one draft', async () => {
    const concern = await scene.report('Leo Tarrant');
    const form = newForm();
    const first = await scene.perform(sendLetterOfMeeting, priya, ofMeeting(), form);
    const again = await scene.perform(sendLetterOfMeeting, priya, ofMeeting(), form);
    expect(again).toEqual(first);
    expect(await lettersOf()).toMatchObject([
      { ref: 'L-2026-0001', addresseeName: 'Carol Tarrant', purpose: 'invitation', how: 'post', file: 'waiting' },
    ]);
    const id = (await lettersOf())[0]?.id ?? '';
    expect(await scene.look(readLetter, priya, { id })).toMatchObject({
      ...{ words: 'Dear Carol Tarrant\n\nPlease come.', templateVersion: 1, meeting, concern },
      sentByRole: 'Designated safeguarding lead',
    });
    expect(await scene.look(readLetter, priya, { id })).not.toHaveProperty('email');
    expect(await scene.look(listLettersOfConcern, priya, { id: concern })).toHaveLength(1);
    expect(await scene.look(printLetter, priya, { id })).toEqual({ at: now });
    const acts = [...scene.journalEntries(tenant)].map(({ act }) => act);
    expect(acts.filter((act) => act === 'send-letter-of-meeting')).toHaveLength(1);
    expect(acts).toContain('print-letter');
  });

  it('is kept with the meeting where the child has no concern', async () => {
    expect(await send()).toBe('done');
    expect(await lettersOf()).toMatchObject([{ file: 'none' }]);
  });

  it('of a meeting about an adult lies in no child’s file, and is kept from whoever is kept from the child', async () => {
    await scene.report('Leo Tarrant');
    scene.database.sqlite.prepare("update meeting set kind = 'lado-asv' where id = ?").run(meeting);
    expect(await send()).toBe('done');
    expect(await lettersOf()).toMatchObject([{ file: 'none' }]);
    await scene.keep(tom, leo(), priya);
    expect(await lettersOf(tom)).toEqual([]);
  });

  it('invites nobody to a meeting that was held or called off, and thanks them for coming', async () => {
    scene.database.sqlite.prepare("update meeting set status = 'held' where id = ?").run(meeting);
    expect(await send()).toBe('template');
    expect(await send({ template: 'standard-call-home' })).toBe('done');
  });

  it.each([
    ['words', { words: 'Dear Carol\nLeo and Ellie Marsden were late.' }],
    ['words', { words: 'Leo plays with Nell\nTarrant.' }],
    ['looked', { words: 'Leo plays with Jakub.' }],
    ['subject', { subject: 'Mia Hughes' }],
    ['words', { words: 'Please ring {{school.telephone}}' }],
    ['template', { template: 'standard-invite-professional' }],
    ['template', { template: 'none-such' }],
    ['child', { child: 'nobody' }],
    ['sentOn', { sentOn: '2026-12-11' }],
    ['sentOn', { sentOn: '2026-11-01' }],
    ['reportDueOn', { reportDueOn: '2026-12-14' }],
  ])('is stopped, and says at what: %s', async (name, over) => {
    expect(await send(over)).toBe(name);
    expect(await lettersOf()).toEqual([]);
  });

  it('goes out with a word that is also a name once somebody has looked, and with no whole name', async () => {
    expect(await send({ words: 'Leo plays with Jakub.', looked: true })).toBe('done');
    expect(await send({ words: 'Leo and Ellie Marsden.', looked: true })).toBe('words');
  });

  it('to a member of staff names no child at all', async () => {
    const kept = { ...template, addressee: 'staff' as const, words: 'Please come.' };
    const made = await scene.perform(keepTemplate, priya, kept, newForm());
    const id = made.ok ? made.answer.template : '';
    const over = { invitation: to.staff, template: id };
    expect(await send({ ...over, words: 'Leo Tarrant is new here.' })).toBe('words');
    expect(await send({ ...over, words: 'Please bring your notes.' })).toBe('done');
  });

  it('that asks another agency for a report says so of its invitation, and a reminder when it was sent', async () => {
    const asked = { ...{ invitation: to.professional, template: 'standard-report-request' }, words: 'Please send it.' };
    expect(await send({ ...asked, reportDueOn: '2026-12-09' })).toBe('reportDueOn');
    expect(await send({ ...asked, reportDueOn: '2026-12-14' })).toBe('done');
    expect(await rowsOfMeetingPerson(to.professional)).toMatchObject({ reportDueOn: '2026-12-14' });
    expect(await send({ ...asked, template: 'standard-report-chaser' })).toBe('done');
    expect(await rowsOfMeetingPerson(to.professional)).toMatchObject({
      ...{ reportDueOn: '2026-12-14', reportAskedAt: now, reportChasedOn: now.slice(0, 10) },
    });
    const id = (await lettersOf())[0]?.id ?? '';
    expect(await scene.look(readLetter, priya, { id })).toMatchObject({ email: 'ruth@hub.example' });
  });

  it('is read by leads alone, and by nobody who is kept from its child', async () => {
    await send();
    const id = (await lettersOf())[0]?.id ?? '';
    for (const who of [daniel, zoe, margaret, stranger]) {
      expect(await lettersOf(who)).toEqual([]);
      expect(await scene.look(readLetter, who, { id })).toBeUndefined();
      expect(await send({}, who)).toBe('not-found');
    }
    expect(await lettersOf(tom)).toHaveLength(1);
    await scene.keep(tom, leo(), priya);
    expect(await lettersOf(tom)).toEqual([]);
    expect(await scene.look(readLetter, tom, { id })).toBeUndefined();
  });
});

describe('a letter about the child of a concern', () => {
  it('goes to somebody whose name is typed, and is of that concern alone', async () => {
    const concern = await scene.report('Leo Tarrant');
    const typed = { template: 'standard-call-home', addressee: 'family' as const, name: 'Carol Tarrant' };
    const letter = await scene.look(mergeLetterOfConcern(schools), priya, { id: concern, ...typed });
    expect(letter?.words).toContain('speak with you about Leo Tarrant');
    const said = { ...values(), ...typed, concern };
    expect(await scene.act(sendLetterOfConcern, priya, { ...said, words: letter?.words ?? '' })).toBe('done');
    expect(await scene.look(listLettersOfConcern, priya, { id: concern })).toMatchObject([{ file: 'waiting' }]);
    expect(await scene.act(sendLetterOfConcern, daniel, said)).toBe('not-found');
    expect(await scene.look(mergeLetterOfConcern(schools), daniel, { id: concern, ...typed })).toBeUndefined();
    const unknown = await scene.report('somebody');
    expect(await scene.act(sendLetterOfConcern, priya, { ...said, concern: unknown })).toBe('child');
  });

  it('is not shown once the concern lies in the restricted register', async () => {
    const concern = await scene.report('Leo Tarrant');
    const typed = { template: 'standard-call-home', addressee: 'family' as const, name: 'Carol Tarrant' };
    await scene.act(sendLetterOfConcern, priya, { ...values(), ...typed, concern });
    const items = (await scene.look(listLettersOfConcern, priya, { id: concern })) ?? [];
    expect(items).toHaveLength(1);
    scene.database.sqlite.prepare("update concern set status = 'misfiled' where id = ?").run(concern);
    expect(await scene.look(listLettersOfConcern, priya, { id: concern })).toEqual([]);
    expect(await scene.look(readLetter, priya, { id: items[0]?.id ?? '' })).toBeUndefined();
  });
});

const template = {
  ...{ school, heading: 'Thanks', purpose: 'thanks' as const, addressee: 'family' as const },
  ...{ subject: 'Thank you', words: 'Dear {{addressee.name}}\n\nThank you for {{ child.name }}.' },
};
const library = async (who = priya) => (await scene.look(listTemplates, who, {}))?.items ?? [];
const template1 = async (origin: string) => (await library()).find((one) => one.origin === origin);

describe('the library', () => {
  it('holds what Lantern brings along, and what a school makes of it; letters keep the version that they were made of', async () => {
    const brought = await template1('standard-invite-family');
    expect(brought).toMatchObject({ id: 'standard-invite-family', templateVersion: 1 });
    await send();
    const { purpose, addressee, subject, words } = brought ?? (template as never);
    const change = {
      ...{ school, heading: 'Come and talk', purpose, addressee, subject, words },
      origin: 'standard-invite-family',
    };
    const keep = (templateVersion: number, over: object = {}, who = priya) =>
      scene.act(keepTemplate, who, { ...change, ...over, templateVersion });
    expect(await keep(3)).toBe('changed-meanwhile');
    expect(await keep(1)).toBe('done');
    expect(await keep(2, { heading: 'Talk with us' }, tom)).toBe('done');
    const held = await template1('standard-invite-family');
    expect(held).toMatchObject({ templateVersion: 3, heading: 'Talk with us', keptByName: tom.name });
    expect((await library()).filter(({ origin }) => origin === 'standard-invite-family')).toHaveLength(1);
    await send({ template: held?.id ?? '' });
    const versions = await Promise.all(
      (await lettersOf()).map(async ({ id }) => (await scene.store.record(tenant, letter, id))?.templateVersion),
    );
    expect(versions.toSorted()).toEqual([1, 3]);
    expect(await library(daniel)).toEqual([]);
    expect(await keep(3, {}, daniel)).toBe('not-found');
    expect(await keep(1, { school: 'elsewhere' })).toBe('not-found');
    expect(await keep(1, { origin: 'none-such' })).toBe('not-found');
  });

  it('takes a template off, and puts it back', async () => {
    const retire = (templateVersion: number, retired: boolean, who = priya) =>
      scene.act(retireTemplate, who, { school, origin: 'standard-call-home', templateVersion, retired });
    expect(await retire(1, true)).toBe('done');
    expect(await template1('standard-call-home')).toMatchObject({ templateVersion: 2, retiredAt: now });
    expect(await retire(2, true)).toBe('already-done');
    expect(await retire(1, false)).toBe('changed-meanwhile');
    expect(await retire(2, false)).toBe('done');
    expect((await template1('standard-call-home'))?.retiredAt).toBeUndefined();
    expect(await retire(3, true, daniel)).toBe('not-found');
  });

  it.each([
    ['words', { words: 'Dear {{addressee.agency}}' }],
    ['subject', { subject: 'Of {{concern.words}}' }],
    ['words', { words: 'Dear {{child.name' }],
    ['words', { words: 'As with Mia Hughes.' }],
    ['words', { addressee: 'staff' as const }],
  ])('says which field may not stand in it: %s', async (name, over) => {
    expect(await scene.act(keepTemplate, priya, { ...template, ...over })).toBe(name);
    expect(await scene.act(keepTemplate, priya, template)).toBe('done');
  });
});
