import type { Express, Request } from 'express';
import {
  briefingPaths as paths,
  type AddProcedureRequest,
  type BriefingColleague,
  type BriefingDetail,
  type BriefingItem,
  type CorrectProcedureRequest,
  type OwnBriefing,
  type ProcedureItem,
  type ReceiptItem,
  type RetireProcedureRequest,
  type SendBriefingRequest,
  type WithdrawBriefingRequest,
} from '../../src/areas/briefings/contract.ts';
import { schoolNow } from './stub-concerns.ts';

const school = 'harrowmere';
const schools = [{ id: school, name: 'Harrowmere Academy' }];
const people: readonly BriefingColleague[] = [
  { person: 'p1', school, name: 'Daniel Osei', job: 'Teacher' },
  { person: 'p4', school, name: 'Sheila Brandt', job: 'Safeguarding administrator' },
  { person: 'p2', school, name: 'Zoe Lund', job: 'Supply teacher' },
];
const words =
  'Part one of Keeping Children Safe in Education has changed in three places.\n\nRead it before the end of term, and ask Tom or me if anything is not clear. What is new is marked in the margin.';

const usual = {
  rev: 1,
  school,
  audience: 'everybody',
  status: 'sent',
  sentByName: 'Priya Raman',
  filed: true,
} as const;
const sentBriefings = (): readonly BriefingItem[] => [
  {
    ...{ ...usual, id: 'b1', heading: 'Keeping Children Safe in Education: what has changed', readBy: '2026-12-18' },
    ...{ sentAt: '2026-12-09T08:10:00.000Z', asked: 41, read: 17, unreachable: 3, mayChase: true, mayWithdraw: true },
  },
  {
    ...{ ...usual, id: 'b2', heading: 'The front gate in December', readBy: '2026-12-04', filed: false },
    ...{ sentAt: '2026-12-01T08:10:00.000Z', asked: 6, read: 4, unreachable: 0, mayChase: true, mayWithdraw: true },
    ...{ audience: 'roles', roles: ['pastoral-lead', 'attendance-lead', 'behaviour-lead'] },
  },
  {
    ...{ ...usual, id: 'b3', heading: 'Online safety: a new app', readBy: '2026-11-20', audience: 'people' },
    ...{ sentAt: '2026-11-12T08:10:00.000Z', asked: 4, read: 4, unreachable: 0, mayChase: false, mayWithdraw: true },
  },
  {
    ...{ ...usual, id: 'b4', heading: 'Visitors’ badges', readBy: '2026-11-13', status: 'withdrawn' },
    ...{ sentAt: '2026-11-03T08:10:00.000Z', asked: 41, read: 9, unreachable: 3, mayChase: false, mayWithdraw: false },
  },
];
const states = [
  ...Array.from({ length: 3 }, () => 'unreachable' as const),
  ...Array.from({ length: 2 }, () => 'on-its-way' as const),
  ...Array.from({ length: 12 }, () => 'delivered' as const),
  ...Array.from({ length: 7 }, () => 'opened' as const),
  ...Array.from({ length: 17 }, () => 'read' as const),
  'left' as const,
];
const names = ['Amara Nwosu', 'Beth Holloway', 'Chidi Okafor', 'Dilys Penrose-Featherstonehaugh', 'Esme Quill'];
const receipts: readonly ReceiptItem[] = states.map((state, i) => ({
  ...{ id: `r${String(i)}`, name: `${names[i % names.length] ?? ''} ${String(i + 1)}`, state },
  ...(state === 'read' && { readAt: '2026-12-09T12:30:00.000Z' }),
}));
const toRead = (): readonly OwnBriefing[] => [
  {
    ...{ id: 'o1', receipt: 'or1', withdrawn: false, heading: 'Keeping Children Safe in Education: what has changed' },
    ...{ words, policyUrl: 'https://harrowmere.example/kcsie.pdf', readBy: '2026-12-18', sentByName: 'Priya Raman' },
    sentAt: '2026-12-09T08:10:00.000Z',
  },
  {
    ...{
      id: 'o2',
      receipt: 'or2',
      withdrawn: false,
      heading: 'The front gate in December',
      words: 'It is shut at nine.',
    },
    ...{ readBy: '2026-12-04', sentByName: 'Tom Whitlock', sentAt: '2026-12-01T08:10:00.000Z' },
  },
  {
    ...{ id: 'o3', receipt: 'or3', withdrawn: false, heading: 'Online safety: a new app', words: 'Look out for it.' },
    ...{ readBy: '2026-11-20', sentByName: 'Priya Raman', sentAt: '2026-11-12T08:10:00.000Z' },
    readAt: '2026-11-13T08:10:00.000Z',
  },
];

const kept = {
  ...{ rev: 1, school, partnership: 'Westmarch Safeguarding Children Partnership', keptByName: 'Priya Raman' },
  ...{ keptAt: '2026-09-03T08:00:00.000Z', inHelp: false, overdue: false, filed: true, reviewOn: '2027-09-01' },
} as const;
const stubProcedures = (): readonly Omit<ProcedureItem, 'mayChange'>[] => [
  {
    ...{ ...kept, id: 'q1', kind: 'number', heading: 'Front door: children’s social care', phone: '01632 960801' },
    ...{ inHelp: true, words: 'Monday to Thursday 8.45 to 17.00, Friday to 16.30.' },
  },
  {
    ...kept,
    id: 'q2',
    kind: 'number',
    heading: 'Emergency duty team, nights and weekends',
    phone: '01632 960802',
    inHelp: true,
  },
  {
    ...{ ...kept, id: 'q3', kind: 'threshold', heading: 'Threshold document: the right help at the right time' },
    ...{ url: 'https://westmarch-partnership.example/procedures/thresholds/the-right-help-at-the-right-time-2026' },
    ...{ reviewOn: '2026-12-01', overdue: true, filed: false },
  },
  {
    ...kept,
    id: 'q4',
    kind: 'escalation',
    heading: 'When professionals disagree',
    words: 'First the worker’s manager, within one working day.\nThen the partnership’s escalation lead.',
  },
];

/** What is only for channels asks nobody by name. */
const askedOf = (audience: BriefingItem['audience']) => (audience === 'channels' ? 0 : 41);

/** Briefings and local procedures from memory; invented. Daniel was asked to read some; Priya leads. */
export function serveStubBriefings(app: Express): void {
  let sent = sentBriefings();
  let own = toRead();
  let procedures = stubProcedures();
  const inbox = new Map<string, unknown>();
  const reasons = new Map<string, string>();
  const leads = ({ headers }: Pick<Request, 'headers'>) =>
    !/^Bearer token (daniel|zoe)/.test(headers.authorization ?? '');
  const once = (form: string, act: () => unknown) => {
    if (!inbox.has(form)) inbox.set(form, act() ?? null);
    return inbox.get(form);
  };
  const change = (id: string, over: Partial<BriefingItem>) => {
    sent = sent.map((item) => (item.id === id ? { ...item, ...over, rev: item.rev + 1 } : item));
  };
  app.get(paths.briefings, (request, response) =>
    response.json({
      toRead: leads(request) ? [] : own,
      ...(leads(request) && { sent: { items: sent, maySend: [school] } }),
      schools,
    }),
  );
  app.get(paths.form, (_request, response) => response.json({ people }));
  app.post(paths.briefings, (request: Request, response) => {
    const body = request.body as SendBriefingRequest;
    if (body.words.includes('Ellie Marsden')) {
      const message =
        '“Ellie Marsden” names a child of this school, and this is read by many. Write it without naming a child.';
      const fields = [{ name: 'words', message }];
      return void response.status(400).json({ code: 'invalid-input', message: 'Look again.', fields });
    }
    const answer = once(body.form, () => {
      const { heading, readBy, audience } = body;
      const item: BriefingItem = {
        ...{ ...usual, id: `b${String(20 + sent.length)}`, heading, readBy, audience, filed: false, read: 0 },
        ...{ sentAt: schoolNow, asked: askedOf(audience), unreachable: 3, mayChase: false, mayWithdraw: true },
        ...(audience === 'roles' && { roles: body.roles }),
      };
      sent = [item, ...sent];
      return { briefing: item.id, asked: askedOf(audience), unreachable: audience === 'channels' ? 0 : 3 };
    });
    response.json(answer);
  });
  app.get(paths.own, ({ params }, response) => {
    const found = own.find(({ id }) => id === params.id);
    if (found) return void response.json(found);
    response.status(404).json({ code: 'not-found', message: 'Nothing here.' });
  });
  app.post(paths.confirm, ({ params, body }: Request, response) => {
    const { form } = body as { form: string };
    response.json(
      once(form, () => {
        own = own.map((item) => (item.id === params['id'] ? { ...item, readAt: schoolNow } : item));
      }),
    );
  });
  app.get(paths.receipts, ({ params }, response) => {
    const item = sent.find(({ id }) => id === params.id);
    if (!item) return void response.status(404).json({ code: 'not-found', message: 'Nothing here.' });
    const reason = reasons.get(item.id);
    const detail: BriefingDetail = {
      briefing: {
        ...{
          ...item,
          words,
          policyUrl: 'https://harrowmere.example/policies/keeping-children-safe-in-education-2026.pdf',
        },
        ...(item.chasedAt !== undefined && { chasedByName: 'Priya Raman' }),
        ...(reason !== undefined && { reason, withdrawnAt: schoolNow, withdrawnByName: 'Priya Raman' }),
      },
      receipts,
    };
    response.json(detail);
  });
  app.post(paths.chase, ({ params, body }: Request, response) => {
    const { form } = body as { form: string };
    response.json(
      once(form, () => {
        change(String(params['id']), { mayChase: false, chasedAt: schoolNow });
        return { chased: 21, unreachable: 3 };
      }),
    );
  });
  app.post(paths.withdraw, ({ params, body }: Request, response) => {
    const { form, reason } = body as WithdrawBriefingRequest;
    response.json(
      once(form, () => {
        reasons.set(String(params['id']), reason);
        change(String(params['id']), { status: 'withdrawn', mayChase: false, mayWithdraw: false });
      }),
    );
  });
  app.get(paths.procedures, (request, response) => {
    const mayChange = leads(request);
    const items = procedures.filter(({ retiredAt }) => mayChange || retiredAt === undefined);
    response.json({
      page: { items: items.map((item) => ({ ...item, mayChange })), mayAddTo: mayChange ? [school] : [] },
      schools,
    });
  });
  app.post(paths.procedures, ({ body }: Request, response) => {
    const { form: _form, ...values } = body as AddProcedureRequest;
    procedures = [...procedures, { ...kept, ...values, id: `q${String(10 + procedures.length)}`, filed: false }];
    response.json({ procedure: 'q9' });
  });
  app.post(paths.correctProcedure, ({ params, body }: Request, response) => {
    const { form: _form, ...values } = body as CorrectProcedureRequest;
    procedures = procedures.map((item) =>
      item.id === params['id'] ? { ...kept, ...values, id: item.id, rev: item.rev + 1 } : item,
    );
    response.json(null);
  });
  app.post(paths.retireProcedure, ({ params, body }: Request, response) => {
    const { retired } = body as RetireProcedureRequest;
    procedures = procedures.map(({ retiredAt: _at, ...item }) =>
      item.id === params['id'] ? { ...item, rev: item.rev + 1, ...(retired && { retiredAt: schoolNow }) } : item,
    );
    response.json(null);
  });
}
