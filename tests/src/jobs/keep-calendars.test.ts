import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { calendarIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { answerInvitation } from '../../../src/areas/meetings/answer-invitation.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../src/areas/meetings/cancel-meeting.ts';
import { changeMeeting } from '../../../src/areas/meetings/change-meeting.ts';
import { listMeetingsAskedTo } from '../../../src/areas/meetings/invitations.ts';
import { recordEvent } from '../../../src/areas/meetings/record-event.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { createCalendar } from '../../../src/graph/calendar.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { retryReads } from '../../../src/graph/retry-reads.ts';
import { createKeepCalendars, type KeepCalendarsParts } from '../../../src/jobs/keep-calendars.ts';
import { demo } from '../../../src/local/cast.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { aTenant, type ReplyBody, type TestTenant } from '../../local/a-tenant.ts';
import { newForm, people, school, tenant as tenantId } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, priya, tom, zoe } = people;
const may = ['Calendars.ReadWrite'];

let tenant: TestTenant;
let scene: NeedToKnowScene;
let ledger: string;
let now: string;
/** What the worker’s own clock is ahead by. */
let later: number;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  later = 0;
  const folder = mkdtempSync(join(tmpdir(), 'lantern-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  ledger = join(folder, 'ledger.jsonl');
  tenant = await aTenant({ ledgerFile: ledger });
  scene = await needToKnowScene({ now: () => now });
  onTestFinished(() => scene.close());
});

/** The worker as it runs, on the local tenant's Graph over HTTP. */
function keeper(over: Partial<KeepCalendarsParts> = {}, roles: readonly string[] = may) {
  const { log, lines } = recordedLog();
  const token = async () => tenant.core.graphToken(demo.apiAppId, roles);
  const budget = createBudget({ licences: 100_000, clock: systemClock });
  const graph = createGraph({ ...{ token, budget, userAgent: 'tests' }, transport: localTransport(tenant.origin) });
  const patient = retryReads(graph, { clock: systemClock, sleep: async () => undefined });
  const { store, clock, perform } = scene;
  const turn = createKeepCalendars({
    ...{ tenant: tenantId, schools: [{ id: school }], store, clock, perform, log },
    calendar: createCalendar(graph, patient, systemClock),
    linkTo: (meeting) => `https://lantern.example/meeting-${meeting}`,
    machine: { now: () => new Date(Date.now() + later).toISOString() },
    ...over,
  });
  return { turn, lines };
}

type Asked = Parameters<typeof callMeeting.decide>[1];
async function call(over: Partial<Record<keyof Asked, unknown>> = {}, by: Identity = priya): Promise<string> {
  const { chair, ...rest } = {
    ...{ school, kind: 'professionals' as const, location: 'Room 4', online: true, chair: priya.person },
    ...{ startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:00:00.000Z' },
    ...{ minuteTaker: zoe.person, staff: [daniel.person, tom.person] },
    guests: [
      { as: 'professional' as const, name: 'Ama Boateng', email: 'ama@earlyhelp.example' },
      { as: 'family' as const, name: 'Dawn Marsden' },
    ],
    children: [scene.child('Ellie Marsden'), scene.child('Leo Tarrant')],
    ...over,
  };
  const asked = { ...rest, ...(chair !== undefined && { chair }) };
  const called = await scene.perform(callMeeting, by, asked as Asked, newForm());
  if (!called.ok) throw new Error(called.problem.code);
  return called.answer.meeting;
}
const row = async (id: string) => {
  const held = await scene.store.record(tenantId, meetingType, id);
  if (!held) throw new Error('no meeting');
  return held;
};
const tuesday = { startsAt: '2026-12-15T09:30:00.000Z', endsAt: '2026-12-15T10:30:00.000Z' };
const move = async (meeting: string, over: object = {}) =>
  scene.act(changeMeeting, priya, {
    ...{ meeting, rev: (await row(meeting)).rev, ...tuesday, location: 'Library', online: true },
    ...{ reason: 'Leo’s mother is ill.', ...over },
  });
const cancel = async (meeting: string) =>
  scene.act(cancelMeeting, priya, { meeting, rev: (await row(meeting)).rev, reason: 'Ellie has moved away.' });

async function calendar(who: Identity): Promise<readonly ReplyBody[]> {
  const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z';
  const token = tenant.core.graphToken(demo.apiAppId, may);
  return (await tenant.graph('GET', `/users/${who.person}/calendarView?${window}`, { token })).body.value;
}
const addresses = ([event]: readonly ReplyBody[]) =>
  ((event?.['attendees'] ?? []) as readonly { emailAddress: { address: string } }[])
    .map(({ emailAddress }) => emailAddress.address.split('@')[0])
    .sort();

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body?: object;
  readonly status: number;
}
const writes = () =>
  (existsSync(ledger) ? readFileSync(ledger, 'utf8') : '')
    .trim()
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Call]))
    .filter(({ method }) => method !== 'GET');

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
  now = '2026-12-10T10:00:00.000Z';
  const { turn } = keeper();
  expect(await turn()).toBe(0);
  await cancel(theirs);
  expect(await turn()).toBe(0);
  expect(writes()).toEqual([]);
});

describe('killed, or answered by nobody', () => {
  /** Dies when it is about to note what it has done. */
  const dying: Pick<KeepCalendarsParts, 'perform'> = {
    perform: () => {
      throw new Error('killed');
    },
  };

  it('between the calendar and the note it makes one event', async () => {
    const id = await call();
    await expect(keeper(dying).turn()).rejects.toThrow('killed');
    expect(await calendar(priya)).toHaveLength(1);
    expect(await keeper().turn()).toBe(1);
    const [event, ...more] = await calendar(priya);
    expect(more).toEqual([]);
    expect((await row(id)).eventId).toBe(event?.id);
  });

  it('it finds the event again though the meeting was moved meanwhile', async () => {
    const id = await call();
    await expect(keeper(dying).turn()).rejects.toThrow('killed');
    await move(id);
    expect(await keeper().turn()).toBe(1);
    const events = await calendar(priya);
    expect(events).toMatchObject([{ id: (await row(id)).eventId }]);
    expect(events[0]?.['start']).toMatchObject({ dateTime: '2026-12-15T09:30:00.0000000' });
  });

  it('it calls off the event of a meeting that was cancelled meanwhile', async () => {
    const id = await call();
    await expect(keeper(dying).turn()).rejects.toThrow('killed');
    await cancel(id);
    const { turn } = keeper();
    expect([await turn(), await turn()]).toEqual([1, 0]);
    expect(await calendar(priya)).toEqual([]);
    expect(await calendar(daniel)).toMatchObject([{ isCancelled: true }]);
  });

  it('whose answer was lost, it asks again and makes no second one', async () => {
    await call();
    tenant.core.faults.set({ kind: 'lost-reply', methods: ['POST'], count: 1 });
    const { turn, lines } = keeper();
    expect(await turn()).toBe(0);
    expect(lines).toMatchObject([{ event: 'calendar.no-answer' }]);
    later = 31_000;
    expect(await turn()).toBe(1);
    expect(await calendar(priya)).toHaveLength(1);
  });

  it('two instances that see the same at once make one event', async () => {
    const id = await call();
    await Promise.all([keeper().turn(), keeper().turn()]);
    expect(await calendar(priya)).toMatchObject([{ id: (await row(id)).eventId }]);
    expect([...scene.journalEntries(tenantId)].filter(({ act }) => act === 'record-event')).toHaveLength(1);
  });

  it('rests as long as Graph asks, and tells all then', async () => {
    await call();
    await call({ ...tuesday });
    tenant.core.faults.set({ kind: 'throttle', retryAfterSeconds: 40, methods: ['POST'], count: 1 });
    const { turn } = keeper();
    expect([await turn(), await turn()]).toEqual([0, 0]);
    expect(writes()).toMatchObject([{ status: 429 }]);
    later = 39_000;
    expect(await turn()).toBe(0);
    later = 42_000;
    expect(await turn()).toBe(2);
  });
});

describe('where Lantern may not', () => {
  it('nothing is told, the log says so by ids, and it is tried again a quarter of an hour later', async () => {
    const id = await call();
    const { turn, lines } = keeper({}, ['Sites.Selected']);
    expect([await turn(), await turn()]).toEqual([0, 0]);
    expect(lines).toMatchObject([{ event: 'calendar.not-told', meeting: id, reason: 'not-allowed' }]);
    expect(JSON.stringify(lines)).not.toMatch(/Ellie|Ama|@/);
    later = 16 * 60_000;
    expect(await turn()).toBe(0);
    expect(lines).toHaveLength(2);
    expect(await keeper().turn()).toBe(1);
  });

  it('use one calendar, the others are told, and whoever’s it is is asked in chat alone', async () => {
    const token = async () => tenant.core.graphToken(demo.apiAppId, may);
    const budget = createBudget({ licences: 100_000, clock: systemClock });
    const reach = localTransport(tenant.origin);
    // As Exchange answers for somebody outside the scope that the school has set.
    const narrowed: typeof reach = async (input, init) =>
      (input instanceof Request ? input.url : String(input)).includes(tom.person)
        ? Response.json({ error: { code: 'ErrorAccessDenied', message: '' } }, { status: 403 })
        : reach(input, init);
    const graph = createGraph({ ...{ token, budget, userAgent: 'tests' }, transport: narrowed });
    const { turn, lines } = keeper({ calendar: createCalendar(graph, graph, systemClock) });
    const byTom = await call({}, tom);
    await call();
    expect(await turn()).toBe(1);
    expect(addresses(await calendar(priya))).toEqual(['ama', 'daniel.osei', 'zoe.lund'].sort());
    expect(lines).toMatchObject([{ event: 'calendar.not-told', meeting: byTom, reason: 'not-allowed' }]);
  });

  it('find a mailbox of whoever called it, nothing is told and nothing lost', async () => {
    const id = await call();
    const token = async () => tenant.core.graphToken(demo.apiAppId, may);
    const budget = createBudget({ licences: 100_000, clock: systemClock });
    const reach = localTransport(tenant.origin);
    const none: typeof reach = async (input, init) =>
      init?.method === 'POST'
        ? Response.json({ error: { code: 'MailboxNotEnabledForRESTAPI', message: '' } }, { status: 404 })
        : reach(input, init);
    const graph = createGraph({ ...{ token, budget, userAgent: 'tests' }, transport: none });
    const { turn, lines } = keeper({ calendar: createCalendar(graph, graph, systemClock) });
    expect([await turn(), await turn()]).toEqual([0, 0]);
    expect(lines).toMatchObject([{ event: 'calendar.not-told', meeting: id, reason: 'not-there' }]);
    expect((await row(id)).eventTold).toBeUndefined();
  });
});
