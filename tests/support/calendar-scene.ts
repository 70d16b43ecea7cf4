import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Identity } from '../../src/access/types.ts';
import { callMeeting } from '../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../src/areas/meetings/cancel-meeting.ts';
import { changeMeeting } from '../../src/areas/meetings/change-meeting.ts';
import { meeting as meetingType } from '../../src/areas/meetings/record.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { createCalendar } from '../../src/graph/calendar.ts';
import { createGraph } from '../../src/graph/client.ts';
import { retryReads } from '../../src/graph/retry-reads.ts';
import { createKeepCalendars, type KeepCalendarsParts } from '../../src/jobs/keep-calendars.ts';
import { demo } from '../../src/local/cast.ts';
import { localTransport } from '../../src/local/transport.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { aTenant, type ReplyBody } from '../local/a-tenant.ts';
import { newForm, people, school, tenant as tenantId } from './kernel.ts';
import { needToKnowScene } from './need-to-know-scene.ts';
import { recordedLog } from './recorded-log.ts';

const { daniel, priya, tom, zoe } = people;
/** What the calendar asks for. */
export const may = ['Calendars.ReadWrite'];
export const tuesday = { startsAt: '2026-12-15T09:30:00.000Z', endsAt: '2026-12-15T10:30:00.000Z' };

type Asked = Parameters<typeof callMeeting.decide>[1];

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body?: object;
  readonly status: number;
}
/** Who is invited, by the beginnings of their addresses. */
export const addresses = ([event]: readonly ReplyBody[]) =>
  ((event?.['attendees'] ?? []) as readonly { emailAddress: { address: string } }[])
    .map(({ emailAddress }) => emailAddress.address.split('@')[0])
    .sort();

/** Meetings on the kernel of the tests, the calendars of the local tenant, and the worker between them. */
export async function calendarScene() {
  /** The school’s time, and what the worker’s own clock is ahead by. */
  const at = { now: '2026-12-10T08:05:00.000Z', later: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'lantern-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const ledger = join(folder, 'ledger.jsonl');
  const tenant = await aTenant({ ledgerFile: ledger });
  const scene = await needToKnowScene({ now: () => at.now });
  onTestFinished(() => scene.close());

  /** The local tenant's calendars over HTTP. */
  function calendars(roles: readonly string[] = may) {
    const token = async () => tenant.core.graphToken(demo.apiAppId, roles);
    const budget = createBudget({ licences: 100_000, clock: systemClock });
    const graph = createGraph({ ...{ token, budget, userAgent: 'tests' }, transport: localTransport(tenant.origin) });
    const patient = retryReads(graph, { clock: systemClock, sleep: async () => undefined });
    return createCalendar(graph, patient, systemClock);
  }

  /** The worker as it runs. */
  function keeper(over: Partial<KeepCalendarsParts> = {}, roles: readonly string[] = may) {
    const { log, lines } = recordedLog();
    const { store, clock, perform } = scene;
    const turn = createKeepCalendars({
      ...{ tenant: tenantId, schools: [{ id: school }], store, clock, perform, log },
      calendar: calendars(roles),
      linkTo: (meeting) => `https://lantern.example/meeting-${meeting}`,
      machine: { now: () => new Date(Date.now() + at.later).toISOString() },
      ...over,
    });
    return { turn, lines };
  }

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
  const calls = () =>
    (existsSync(ledger) ? readFileSync(ledger, 'utf8') : '')
      .trim()
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Call]));
  const writes = () => calls().filter(({ method }) => method !== 'GET');

  return { at, tenant, scene, keeper, call, row, move, cancel, calendar, calendars, calls, writes };
}
export type CalendarScene = Awaited<ReturnType<typeof calendarScene>>;
