import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type AddPointRequest,
  type AgendaItem,
  type AnswerInvitationRequest,
  type ArrangeAgendaRequest,
  type AskedMeeting,
  type CallMeetingRequest,
  type ChangeMeetingRequest,
  type Colleague,
  type FreeTimes,
  type FreeTimesRequest,
  type HoldMeetingRequest,
  type KindOffered,
  type MeetingDetail,
  type MeetingListItem,
  type MeetingPersonItem,
} from '../../src/areas/meetings/contract.ts';
import type { meetingKind } from '../../src/areas/meetings/fields.ts';
import { meetingKinds } from '../../src/areas/meetings/kinds.ts';
import { contributionTemplates } from '../../src/areas/meetings/contributions/templates.ts';
import { guides } from '../../src/areas/meetings/guides.ts';
import {
  children,
  decidedLastTime,
  ellie,
  invitations,
  invited,
  longAgo,
  open,
  past,
  school,
  stubAgenda,
  stubMeetings,
  usual,
} from './stub-meeting-rows.ts';
import { serveStubBrings } from './stub-brings.ts';
import { serveStubOfficial } from './stub-official.ts';
import { serveStubMinutes } from './stub-minutes.ts';
import { serveStubReading } from './stub-reading.ts';
import { serveStubLaid } from './stub-laid.ts';
import { serveStubReports } from './stub-reports.ts';
import { serveStubTemplates } from './stub-templates.ts';
import { serveStubOutside } from './stub-outside.ts';
import { serveStubChannels } from './stub-channels.ts';

const people: readonly Colleague[] = [
  { person: 'p1', school, name: 'Daniel Osei', job: 'Teacher' },
  { person: 'p3', school, name: 'Priya Raman', job: 'Designated safeguarding lead' },
  { person: 'p4', school, name: 'Sheila Brandt', job: 'Safeguarding administrator' },
  { person: 'p2', school, name: 'Zoe Lund', job: 'Supply teacher' },
];
/** Zoe speaks for the school at the meeting that she was asked to. */
const asSpeaker = (one: AskedMeeting, { headers }: Request): AskedMeeting =>
  one.id === 'g9' && headers.authorization?.startsWith('Bearer token zoe') ? { ...one, mayContribute: true } : one;
const kinds: readonly KindOffered[] = (Object.keys(meetingKinds) as (keyof typeof meetingKind)[]).map((id) => ({
  ...{ id, byOtherBody: meetingKinds[id].heldBy === 'other-body', about: meetingKinds[id].about },
}));

/** Meetings from memory; invented. Daniel was only asked to one; Sheila calls them, too. */
export function serveStubMeetings(app: Express): void {
  serveStubChannels(app);
  let toCome = stubMeetings();
  let conference = longAgo;
  let asked = invitations;
  let agenda = stubAgenda();
  const came = new Map<string, MeetingPersonItem['attendance']>();
  const reasons = new Map<string, string>();
  const inbox = new Map<string, unknown>();
  const leads = ({ headers }: Request) => !/^Bearer token (daniel|zoe)/.test(headers.authorization ?? '');
  const once = (form: string, act: () => unknown) => {
    if (!inbox.has(form)) inbox.set(form, act() ?? null);
    return inbox.get(form);
  };
  app.get(paths.meetings, (request, response) => {
    const may = leads(request);
    response.json({
      toCome: {
        items: may ? toCome : [],
        mayCall: may ? [school] : [],
        ...(may && { maySetUpChannels: true, mayWriteTemplates: true }),
      },
      past: { items: may ? past : [], mayCall: [] },
      // Of Daniel’s meeting the leads have their own way in.
      asked: { items: asked.filter(({ mayRead }) => !may || !mayRead).map((one) => asSpeaker(one, request)) },
      official: may ? [conference].flatMap((one) => withOfficial(one)) : [],
      schools: [{ id: school, name: 'Harrowmere Academy' }],
    });
  });
  serveStubLaid(app);
  const reports = serveStubReports(app, (invitation) => {
    asked = asked.map((one) =>
      one.invitation === invitation && one.report
        ? { ...one, report: { ...one.report, sentAt: '2026-12-10T08:06:00.000Z', maySay: false } }
        : one,
    );
  });
  serveStubReading(app, {
    asked: () => asked,
    change: (id, over) => {
      asked = asked.map((one) => (one.id === id ? { ...one, ...over } : one));
    },
  });
  app.get(paths.form, (_request, response) => response.json({ people, kinds, freeTimes: true }));
  app.post(paths.free, (request: Request, response) => {
    const { day, minutes, people: of } = request.body as FreeTimesRequest;
    const at = (hour: number) => new Date(Date.parse(`${day}T00:00:00.000Z`) + hour * 3_600_000).toISOString();
    const time = (hour: number, busy: readonly string[], maybe: readonly string[] = []) => ({
      ...{ startsAt: at(hour), endsAt: at(hour + minutes / 60), busy, maybe },
    });
    const answer: FreeTimes = {
      times: [time(8, ['p1']), time(9.5, []), time(11, [], ['p3']), time(13.5, ['p1'], ['p3']), time(16, [])],
      unread: of.filter((person) => person === 'p2'),
    };
    response.json(answer);
  });
  app.post(paths.meetings, (request: Request, response) => {
    const body = request.body as CallMeetingRequest;
    if (body.location === 'Nowhere') {
      const fields = [{ name: 'staff', message: 'Choose people who are on this school’s staff list.' }];
      return void response.status(400).json({ code: 'invalid-input', message: 'Look again.', fields });
    }
    const answer = once(body.form, () => {
      const { kind, startsAt, endsAt, location, online = false, guests, staff } = body;
      const called: MeetingListItem = {
        ...{ ...usual, id: `g${20 + toCome.length}`, ref: 'M-2026-0012', kind, startsAt, endsAt, online, filed: false },
        ...(location !== undefined && { location }),
        ...(body.heldBy !== undefined && { heldByName: body.heldBy }),
        ...{ children: body.children.length, people: staff.length + guests.length + 1 },
      };
      toCome = [...toCome, called];
      return { meeting: called.id, ref: called.ref };
    });
    return void response.json(answer);
  });
  app.get(paths.meeting, (request, response) => {
    const found = [...toCome, ...past, conference].find(({ id }) => id === request.params.id);
    if (!found || !leads(request)) {
      const message =
        'Lantern has nothing here that you may see. If you expected something, ask your safeguarding lead.';
      return void response.status(404).json({ code: 'not-found', message });
    }
    const may = found.status !== 'cancelled' && !past.includes(found) && found.id !== 'g5';
    const official = officialOf.official(found);
    const reason = reasons.get(found.id);
    const detail: MeetingDetail = {
      meeting: {
        ...{
          ...found,
          heldBySchool: found.heldByName === undefined,
          later: found.id === 'g1' ? 3 : 0,
          ...(reason !== undefined && { reason }),
          ...(guides[found.kind] && { guide: guides[found.kind] }),
          ...(official && { official }),
          reports: reports.reports(found, may),
          papers: { mayLay: found.id === 'g2', until: '2026-12-28' },
        },
        mayWriteLetters: true,
        ...{ mayChange: may, mayCancel: may, mayArrange: may, mayRefresh: may },
        ...(contributionTemplates[found.kind] && found.status !== 'cancelled' && { mayContribute: true as const }),
        mayHold: may && found.id === 'g1' && ['invited', 'held', 'minutes-draft'].includes(found.status),
      },
      ...{ children, agenda, decided: toCome.includes(found) ? decidedLastTime : null },
      people: invited.map((person) => reports.of({ ...person, attendance: came.get(person.id) ?? person.attendance })),
    };
    return void response.json(detail);
  });
  const changeOf = (id: string | undefined, over: Partial<MeetingListItem>) => {
    toCome = toCome.map((item) => (item.id === id ? { ...item, ...over, rev: item.rev + 1 } : item));
    if (id === conference.id) conference = { ...conference, ...over, rev: conference.rev + 1 };
  };
  const officialOf = serveStubOfficial(app, (id) => changeOf(id, {}));
  const withOfficial = (item: MeetingListItem) => {
    const official = officialOf.official(item);
    return official && official.step !== 'done' ? [{ ...item, official }] : [];
  };
  app.post(paths.change, (request: Request<{ id: string }>, response) => {
    const { form, rev: _rev, reason, ...over } = request.body as ChangeMeetingRequest;
    once(form, () => changeOf(request.params.id, { ...over, status: 'rearranged' }));
    reasons.set(request.params.id, reason);
    response.json(null);
  });
  app.post(paths.hold, (request: Request<{ id: string }>, response) => {
    const { form, attendance } = request.body as HoldMeetingRequest;
    once(form, () => {
      if (toCome.some(({ id, status }) => id === request.params.id && status === 'invited'))
        changeOf(request.params.id, { status: 'held' });
      for (const { id, attendance: said } of attendance) came.set(id, said);
    });
    response.json(null);
  });
  app.post(paths.answer, (request: Request, response) => {
    const { form, coming } = request.body as AnswerInvitationRequest;
    once(form, () => {
      asked = asked.map((one) => (one.mayAnswer ? { ...one, attendance: coming ? 'accepted' : 'declined' } : one));
    });
    response.json(null);
  });
  serveStubTemplates(app);
  serveStubOutside(app);
  serveStubBrings(app, (meeting) => [...toCome, ...past, conference].find(({ id }) => id === meeting)?.kind);
  serveStubMinutes(app, {
    leads,
    meeting: (id) => [...toCome, ...past, conference].find((one) => one.id === id),
    inaccuracies: officialOf.inaccuracies,
    change: changeOf,
    agenda: () => agenda,
    decide: (states) => {
      agenda = agenda.map((item) => ({ ...item, state: states(item.id) ?? item.state }));
    },
    staff: people.map(({ person, name }) => ({ personId: person, name })),
  });
  app.post(paths.cancel, (request: Request<{ id: string }>, response) => {
    const { reason } = request.body as { readonly reason: string };
    changeOf(request.params.id, { status: 'cancelled' });
    reasons.set(request.params.id, reason);
    response.json(null);
  });
  const numbered = (items: readonly AgendaItem[]) => items.map((item, i) => ({ ...item, number: i + 1 }));
  app.post(paths.arrange, (request: Request, response) => {
    const { points } = request.body as ArrangeAgendaRequest;
    agenda = numbered(
      points.flatMap(({ id, minutes, off }) => {
        const item = agenda.find((one) => one.id === id);
        return !item || off ? [] : [{ ...item, ...(minutes !== undefined && { minutes }) }];
      }),
    );
    response.json(null);
  });
  app.post(paths.addPoint, (request: Request, response) => {
    const { form, heading } = request.body as AddPointRequest;
    const point = `ap${agenda.length + 10}`;
    const added: AgendaItem = { ...open, id: point, number: agenda.length + 1, why: 'own', heading };
    once(form, () => {
      agenda = [...agenda, added];
    });
    response.json({ point });
  });
  app.post(paths.refresh, (_request, response) => {
    const came: AgendaItem = {
      ...{ ...open, id: 'ap6', number: 0, why: 'action' },
      concern: { id: ellie, ref: 'C-2026-0146', childName: 'Ellie Marsden' },
      action: { id: 'x2', what: 'Write to the GP', ownerName: 'Priya Raman', dueOn: '2026-12-18' },
    };
    agenda = numbered([...agenda.filter(({ id }) => id !== 'ap3').slice(0, -1), came, ...agenda.slice(-1)]);
    response.json({ added: 1, dropped: 1 });
  });
}
