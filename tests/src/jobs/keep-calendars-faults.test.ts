import { beforeEach, describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import { createCalendar } from '../../../src/graph/calendar.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { type KeepCalendarsParts } from '../../../src/jobs/keep-calendars.ts';
import { demo } from '../../../src/local/cast.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { people, tenant as tenantId } from '../../support/kernel.ts';
import { addresses, may, tuesday, calendarScene, type CalendarScene } from '../../support/calendar-scene.ts';

const { daniel, priya, tom } = people;

let at: CalendarScene['at'];
let scene: CalendarScene['scene'];
let tenant: CalendarScene['tenant'];
let keeper: CalendarScene['keeper'];
let call: CalendarScene['call'];
let row: CalendarScene['row'];
let move: CalendarScene['move'];
let cancel: CalendarScene['cancel'];
let calendar: CalendarScene['calendar'];
let writes: CalendarScene['writes'];
beforeEach(async () => {
  ({ at, scene, tenant, keeper, call, row, move, cancel, calendar, writes } = await calendarScene());
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
    at.later = 31_000;
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
    at.later = 39_000;
    expect(await turn()).toBe(0);
    at.later = 42_000;
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
    at.later = 16 * 60_000;
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
