import { beforeEach, describe, expect, it } from 'vitest';
import { calendarIdentity } from '../../../src/access/actor.ts';
import { answerInvitation } from '../../../src/areas/meetings/answer-invitation.ts';
import { listMeetingsAskedTo } from '../../../src/areas/meetings/invitations.ts';
import { recordEvent } from '../../../src/areas/meetings/record-event.ts';
import { demo } from '../../../src/local/cast.ts';
import { people, tenant as tenantId } from '../../support/kernel.ts';
import { addresses, may, calendarScene, type CalendarScene } from '../../support/calendar-scene.ts';

const { daniel, priya, tom, zoe } = people;

let at: CalendarScene['at'];
let tenant: CalendarScene['tenant'];
let scene: CalendarScene['scene'];
let keeper: CalendarScene['keeper'];
let call: CalendarScene['call'];
let row: CalendarScene['row'];
let move: CalendarScene['move'];
let cancel: CalendarScene['cancel'];
let calendar: CalendarScene['calendar'];
let writes: CalendarScene['writes'];
beforeEach(async () => {
  ({ at, tenant, scene, keeper, call, row, move, cancel, calendar, writes } = await calendarScene());
});

describe('a meeting that the school holds', () => {
  it('stands in the calendar of whoever called it, and says no more than when and where', async () => {
    const id = await call();
    expect(await keeper().turn()).toBe(1);
    const [made, ...more] = writes();
    expect(more).toEqual([]);
    expect(made).toMatchObject({ method: 'POST', status: 201 });
    expect(made?.url).toBe(`https://graph.microsoft.com/v1.0/users/${priya.person}/events`);
    expect(made?.body).toEqual({
      transactionId: id,
      ...{ subject: 'Safeguarding meeting', sensitivity: 'private', hideAttendees: true, allowNewTimeProposals: false },
      body: {
        contentType: 'text',
        content: `What it is about stands in Lantern, for those who need to know: https://lantern.example/meeting-${id}`,
      },
      start: { dateTime: '2026-12-14T14:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-14T15:00:00', timeZone: 'UTC' },
      location: { displayName: 'Room 4' },
      attendees: expect.any(Array) as unknown,
      ...{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
    });
    expect(JSON.stringify(made)).not.toMatch(/Ellie|Marsden|Leo|Tarrant|[Pp]rofessionals/);
    expect(addresses(await calendar(priya))).toEqual(['ama', 'daniel.osei', 'tom.whitlock', 'zoe.lund'].sort());
    for (const who of [daniel, tom, zoe]) expect(await calendar(who)).toMatchObject([{ isOrganizer: false }]);
  });

  it('is told once: where the event lies is noted by an act of Lantern’s own, which nobody else may do', async () => {
    const id = await call();
    const { turn } = keeper();
    expect([await turn(), await turn()]).toEqual([1, 0]);
    const { eventId, eventTold = '' } = await row(id);
    expect(await calendar(priya)).toMatchObject([{ id: eventId }]);
    const acts = [...scene.journalEntries(tenantId)].filter(({ act }) => act === 'record-event');
    expect(acts).toMatchObject([{ actor: 'lantern-calendar', verb: 'decide', outcome: 'done', subjects: [id] }]);
    expect(acts[0]?.fields).toEqual(['meeting.eventId', 'meeting.eventTold']);
    for (const who of [priya, tom, zoe])
      expect(await scene.act(recordEvent, who, { meeting: id, event: 'x', told: eventTold })).toBe('not-found');
    expect(await scene.act(recordEvent, calendarIdentity(tenantId), { meeting: id, told: eventTold })).toBe(
      'already-done',
    );
  });

  it('moves in every calendar as it is moved, there and back, and stays the same event and in Teams', async () => {
    const id = await call();
    const { turn } = keeper();
    await turn();
    const [before] = await calendar(priya);
    expect(await move(id)).toBe('done');
    expect([await turn(), await turn()]).toEqual([1, 0]);
    const moved = await calendar(priya);
    expect(moved).toMatchObject([
      {
        id: before?.id,
        isOnlineMeeting: true,
        onlineMeeting: before?.['onlineMeeting'],
        location: { displayName: 'Library' },
      },
    ]);
    expect(moved[0]?.['start']).toMatchObject({ dateTime: '2026-12-15T09:30:00.0000000' });
    expect((await calendar(daniel))[0]?.['start']).toMatchObject({ dateTime: '2026-12-15T09:30:00.0000000' });
    const monday = { startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:00:00.000Z' };
    expect(await move(id, { ...monday, location: 'Room 4' })).toBe('done');
    expect([await turn(), await turn()]).toEqual([1, 0]);
    expect((await calendar(priya))[0]?.['start']).toEqual(before?.['start']);
    expect(JSON.stringify(writes())).not.toContain('mother');
  });

  it('leaves out a place that names a child, made and moved, and says where it stands', async () => {
    const id = await call({ location: 'Ellie’s home, 14 Mill Lane' });
    const { turn } = keeper();
    await turn();
    const content = expect.stringMatching(/^Where it is and what it is about stand in Lantern/) as unknown;
    expect(writes()[0]?.body).toMatchObject({ location: { displayName: '' }, body: { content } });
    await move(id, { location: 'Leo’s grandmother’s' });
    expect([await turn(), await turn()]).toEqual([1, 0]);
    expect(writes().at(-1)?.body).toMatchObject({ location: { displayName: '' } });
    expect(JSON.stringify(writes())).not.toMatch(/Ellie|Leo|Mill Lane/);
  });

  it('leaves Teams when it is to be in a room alone', async () => {
    const id = await call();
    const { turn } = keeper();
    await turn();
    expect(await move(id, { online: false })).toBe('done');
    expect(await turn()).toBe(1);
    expect(await calendar(priya)).toMatchObject([{ isOnlineMeeting: false, onlineMeeting: null }]);
  });

  it('is called off when it is cancelled, without saying why', async () => {
    const id = await call();
    const { turn } = keeper();
    await turn();
    expect(await cancel(id)).toBe('done');
    expect([await turn(), await turn()]).toEqual([1, 0]);
    expect(await calendar(priya)).toEqual([]);
    expect(await calendar(daniel)).toMatchObject([{ isCancelled: true }]);
    expect(writes().at(-1)).toMatchObject({ method: 'POST', status: 202, body: {} });
    expect(writes().at(-1)?.url).toMatch(/\/cancel$/);
  });

  it('takes whoever is kept from one of its children off the list', async () => {
    await call();
    const { turn } = keeper();
    await turn();
    await scene.keep(tom, scene.child('Leo Tarrant'));
    expect(await turn()).toBe(1);
    expect(addresses(await calendar(priya))).toEqual(['ama', 'daniel.osei', 'zoe.lund'].sort());
    expect(await calendar(tom)).toMatchObject([{ isCancelled: true }]);
  });

  it('is not told again because somebody has answered in chat', async () => {
    const meeting = await call();
    const { turn } = keeper();
    await turn();
    const asked = (await scene.look(listMeetingsAskedTo, daniel, {}))?.items[0];
    const answer = { meeting, invitation: asked?.invitation ?? '', coming: true };
    expect(await scene.act(answerInvitation, daniel, answer)).toBe('done');
    expect(await turn()).toBe(0);
  });

  it('stays away where whoever owns the calendar has taken it away', async () => {
    const id = await call();
    const { turn, lines } = keeper();
    await turn();
    const token = tenant.core.graphToken(demo.apiAppId, may);
    const gone = await tenant.graph('DELETE', `/users/${priya.person}/events/${(await row(id)).eventId ?? ''}`, {
      token,
    });
    expect(gone.status).toBe(204);
    await move(id);
    expect([await turn(), await turn()]).toEqual([1, 0]);
    expect(await calendar(priya)).toEqual([]);
    expect(lines).toMatchObject([{ event: 'calendar.event-gone', meeting: id }]);
  });
});

it('what another body holds, and what is over, is put into no calendar', async () => {
  const children = [scene.child('Ellie Marsden')];
  const theirs = await call({ kind: 'core-group', heldBy: 'Westmarch', chair: undefined, children });
  await call({ startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' });
  at.now = '2026-12-10T10:00:00.000Z';
  const { turn } = keeper();
  expect(await turn()).toBe(0);
  await cancel(theirs);
  expect(await turn()).toBe(0);
  expect(writes()).toEqual([]);
});
