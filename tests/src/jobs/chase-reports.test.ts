import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import { createSeals } from '../../../bot/seal.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../src/areas/meetings/cancel-meeting.ts';
import { readInvitation } from '../../../src/areas/meetings/invitations.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import { askForReport } from '../../../src/areas/meetings/reports/ask-for-report.ts';
import { recordReport } from '../../../src/areas/meetings/reports/record-report.ts';
import { sayReportSent } from '../../../src/areas/meetings/reports/say-report-sent.ts';
import { withdrawReportRequest } from '../../../src/areas/meetings/reports/withdraw-report-request.ts';
import { listPeopleOfMeeting, readMeeting } from '../../../src/areas/meetings/views.ts';
import { createChaseReports } from '../../../src/jobs/chase-reports.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
let bot: Bot;
let chase: () => Promise<number>;
let conference: string;
beforeEach(async () => {
  now = '2026-12-01T09:00:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  const { perform, read, ids, clock, store } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://l.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
  chase = createChaseReports({ tenant, store, perform, clock, log: recordedLog().log });
  // A Wednesday three weeks on; reports are due on the Friday before.
  conference = await call();
});
afterEach(() => scene.close());

type Asked = Parameters<typeof callMeeting.decide>[1];
async function call(over: Partial<Asked> = {}): Promise<string> {
  const guest = { agency: 'Health', as: 'professional' as const };
  const result = await scene.perform(
    callMeeting,
    priya,
    {
      ...{ school, kind: 'icpc', heldBy: 'Westmarch children’s social care', minuteTaker: zoe.person },
      ...{ startsAt: '2026-12-23T10:00:00.000Z', endsAt: '2026-12-23T12:00:00.000Z', staff: [daniel.person] },
      guests: [
        { ...guest, name: 'Ama Boateng' },
        { ...guest, name: 'Ivo Renn' },
        { as: 'family', name: 'Claire Marsden' },
      ],
      ...{ children: [scene.child('Ellie Marsden')], ...over },
    },
    newForm(),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.meeting;
}
const person = async (name: string, id = conference) => {
  const found = ((await scene.look(listPeopleOfMeeting, priya, { id })) ?? []).find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const of = async (name: string, id = conference) => ({ meeting: id, invitation: (await person(name, id)).id });
const asks = async (name: string, dueOn?: string, by = priya) =>
  scene.act(askForReport, by, { ...(await of(name)), ...(dueOn !== undefined && { dueOn }) });
const came = async (name: string, receivedOn: string, by = priya) =>
  scene.act(recordReport, by, { ...(await of(name)), receivedOn });
const reportOf = async (name: string) => (await person(name)).report;
const told = (kind: string) =>
  scene
    .sent()
    .filter((one) => one.kind === kind)
    .map(({ to }) => to);
const revOf = async (id: string) => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;
const at = (day: string, time = '09:00') => {
  now = `${day}T${time}:00.000Z`;
};

describe('a report to a meeting', () => {
  it('is asked for by the rule of the kind, which says whence it comes, or by another day; staff are told', async () => {
    expect((await scene.look(readMeeting, priya, { id: conference }))?.reports).toMatchObject({
      ...{ mayAsk: true, mayRecord: true, dueOn: '2026-12-18' },
      rule: { workingDays: 3, source: expect.stringContaining('local') },
    });
    expect(await asks(daniel.name)).toBe('done');
    expect(await reportOf(daniel.name)).toEqual({ state: 'awaited', dueOn: '2026-12-18' });
    expect(told('report-asked')).toEqual([daniel.person]);
    expect(await asks(daniel.name)).toBe('already-done');
    expect(await asks(daniel.name, '2026-11-30')).toBe('dueOn');
    expect(await asks(daniel.name, '2026-12-24')).toBe('dueOn');
    expect(await asks(daniel.name, '2026-12-23')).toBe('done');
    expect(await reportOf(daniel.name)).toEqual({ state: 'awaited', dueOn: '2026-12-23' });
    expect(told('report-asked')).toEqual([daniel.person, daniel.person]);
    expect(await asks('Ama Boateng')).toBe('done');
    expect(told('report-asked')).toHaveLength(2);
    expect(await asks('Claire Marsden')).toBe('invitation');
  });

  it('to a review of an EHCP is due two weeks before, and today where that day is gone', async () => {
    const review = await call({ kind: 'ehcp-annual-review', chair: tom.person });
    expect((await scene.look(readMeeting, priya, { id: review }))?.reports).toMatchObject({ dueOn: '2026-12-09' });
    at('2026-12-15');
    const due = (await scene.look(readMeeting, priya, { id: review }))?.reports.dueOn;
    expect(due).toBe('2026-12-15');
  });

  it('is asked for and recorded by whoever prepares the meeting, and by nobody else', async () => {
    const given = { ...(await of('Ama Boateng')), receivedOn: '2026-12-01' };
    for (const who of [daniel, kayleigh]) {
      expect(await scene.act(askForReport, who, await of('Ama Boateng'))).toBe('not-found');
      expect(await scene.act(recordReport, who, given)).toBe('not-found');
      expect(await scene.act(withdrawReportRequest, who, await of('Ama Boateng'))).toBe('not-found');
    }
    expect(await scene.keep(tom, scene.child('Ellie Marsden'))).toBe('done');
    expect(await asks('Ama Boateng', undefined, tom)).toBe('not-found');
    expect(await asks('Ama Boateng', undefined, zoe)).toBe('done');
    const other = await call();
    expect(await scene.act(recordReport, priya, { ...given, meeting: other })).toBe('not-found');
  });

  it('came in time or late, which can be put right; one that was never asked for, or is to come, did not come', async () => {
    expect(await came(daniel.name, '2026-12-01')).toBe('already-done');
    await asks(daniel.name);
    expect(await came(daniel.name, '2026-12-02')).toBe('receivedOn');
    at('2026-12-21');
    expect(await reportOf(daniel.name)).toMatchObject({ state: 'overdue' });
    expect(await came(daniel.name, '2026-12-21')).toBe('done');
    expect(await reportOf(daniel.name)).toMatchObject({ state: 'late', receivedOn: '2026-12-21' });
    expect(await came(daniel.name, '2026-12-18')).toBe('done');
    expect(await reportOf(daniel.name)).toMatchObject({ state: 'in-time', receivedOn: '2026-12-18' });
    expect(await asks(daniel.name, '2026-12-22')).toBe('already-done');
    expect(await scene.act(withdrawReportRequest, priya, await of(daniel.name))).toBe('already-done');
  });

  it('is withdrawn, and asked for anew as if it were the first time', async () => {
    await asks(daniel.name);
    expect(await scene.act(withdrawReportRequest, priya, await of(daniel.name))).toBe('done');
    expect(await reportOf(daniel.name)).toBeUndefined();
    expect(await bot.render('report-asked', daniel, conference)).toBeUndefined();
    expect(await scene.act(withdrawReportRequest, priya, await of(daniel.name))).toBe('already-done');
    at('2026-12-16');
    expect(await chase()).toBe(0);
    expect(await asks(daniel.name)).toBe('done');
    at('2026-12-21');
    expect(await chase()).toBe(1);
  });
});

describe('reports that are awaited', () => {
  it('are chased two working days before, the day after and weekly, once each; of those outside whoever called it is told once', async () => {
    for (const name of [daniel.name, 'Ama Boateng', 'Ivo Renn']) await asks(name, '2026-12-10');
    const days: string[] = [];
    for (let day = Date.parse('2026-12-02'); day <= Date.parse('2026-12-31'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      for (const time of ['08:00', '09:00', '09:05', '16:00']) {
        at(date, time);
        if ((await chase()) > 0) days.push(`${date} ${time}`);
      }
    }
    // On the 23rd the meeting is over.
    expect(days).toEqual(['2026-12-08 09:00', '2026-12-11 09:00', '2026-12-18 09:00']);
    expect(told('report-due')).toEqual(Array.from({ length: 3 }, () => daniel.person));
    expect(told('reports-awaited')).toEqual(Array.from({ length: 3 }, () => priya.person));
  });

  it('are chased no more once they have come, were withdrawn, or the meeting is called off', async () => {
    await asks(daniel.name);
    await asks('Ama Boateng');
    at('2026-12-16');
    expect(await chase()).toBe(1);
    expect(await came('Ama Boateng', '2026-12-16')).toBe('done');
    at('2026-12-21');
    expect(await chase()).toBe(1);
    expect([told('report-due').length, told('reports-awaited').length]).toEqual([2, 1]);
    // A day that was put off is chased anew after it.
    expect(await asks(daniel.name, '2026-12-21')).toBe('done');
    at('2026-12-22');
    const cancel = { meeting: conference, rev: await revOf(conference), reason: 'Settled.' };
    expect(await scene.act(cancelMeeting, priya, cancel)).toBe('done');
    expect(await chase()).toBe(0);
    expect(await asks('Ivo Renn', '2026-12-23')).toBe('already-done');
    expect(await came(daniel.name, '2026-12-22')).toBe('already-done');
    expect(await bot.render('report-due', daniel, conference)).toBeUndefined();
    expect(await bot.render('reports-awaited', priya, conference)).toBeUndefined();
  });

  it('are chased by the next worker where one died after the act, and by two at once only once', async () => {
    await asks(daniel.name);
    at('2026-12-16');
    const dies = createChaseReports({
      ...{ tenant, store: scene.store, clock: scene.clock, log: recordedLog().log },
      perform: async (...act) => {
        await scene.perform(...act);
        throw new Error('killed');
      },
    });
    await expect(dies()).rejects.toThrow('killed');
    expect(await Promise.all([chase(), chase()])).toEqual([0, 0]);
    expect(told('report-due')).toEqual([daniel.person]);
    at('2026-12-21');
    const both = await Promise.all([chase(), chase()]);
    expect(Math.max(...both)).toBe(1);
    expect(told('report-due')).toEqual([daniel.person, daniel.person]);
  });

  it('say on cards by when, and name nobody; whoever was asked says there that it is sent, and is left in peace', async () => {
    await asks(daniel.name);
    await asks('Ama Boateng');
    const asked = await bot.render('report-asked', daniel, conference);
    for (const words of ['asked for a report', 'Fri 18 Dec', 'Initial child protection conference', 'I have sent it'])
      expect(JSON.stringify(asked)).toContain(words);
    expect(JSON.stringify(asked)).not.toMatch(/Ellie|Marsden|Ama|Ivo/);
    expect(await bot.render('report-asked', zoe, conference)).toBeUndefined();
    expect(await bot.render('reports-awaited', daniel, conference)).toBeUndefined();
    const data = (asked?.actions ?? []).flatMap((one) => (one.type === 'Action.Execute' ? [one.data] : []))[0];
    const reply = await bot.handle({
      ...{ kind: 'action', verb: 'report-sent', actor: daniel, conversation: 'personal' },
      data,
    });
    expect(JSON.stringify(reply)).toContain('You have said that your report is sent');
    expect(await reportOf(daniel.name)).toMatchObject({ state: 'awaited', sentAt: now });
    expect(told('reports-awaited')).toEqual([priya.person]);
    const card = JSON.stringify(await bot.render('reports-awaited', priya, conference));
    for (const words of ['are awaited', '2, the first by Fri 18 Dec', 'Said to be sent', `meeting-${conference}`])
      expect(card).toContain(words);
    expect(card).not.toMatch(/Ellie|Marsden|Ama|Daniel/);
    at('2026-12-21');
    expect(await chase()).toBe(1);
    expect(told('report-due')).toEqual([]);
    expect(JSON.stringify(await bot.render('reports-awaited', priya, conference))).toContain('are overdue');
    const { id: invitation } = await person(daniel.name);
    expect(await scene.act(sayReportSent, daniel, { meeting: conference, invitation })).toBe('already-done');
    const amas = { meeting: conference, invitation: (await person('Ama Boateng')).id };
    expect(await scene.act(sayReportSent, daniel, amas)).toBe('not-found');
    expect((await scene.look(readInvitation, daniel, { id: conference }))?.report).toMatchObject({ maySay: false });
  });

  it('go to nobody who is kept from the child since', async () => {
    await asks(daniel.name);
    expect(await scene.keep(daniel, scene.child('Ellie Marsden'), priya)).toBe('done');
    expect(await bot.render('report-due', daniel, conference)).toBeUndefined();
    const { id: invitation } = await person(daniel.name);
    expect(await scene.act(sayReportSent, daniel, { meeting: conference, invitation })).toBe('not-found');
  });
});
