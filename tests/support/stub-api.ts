import express, { type Express, type Request, type Response } from 'express';
import {
  concernPaths,
  type ChildRequest,
  type ConcernCounts,
  type ConcernDetail,
  type Desk,
  type Difference,
  type LowLevelRequest,
  type PersonItem,
  type ProblemBody,
  type ReportRequest,
  type RoutedItem,
  type TakeRequest,
  type TriageRequest,
} from '../../src/areas/concerns/contract.ts';
import { alertPaths } from '../../src/areas/alerts/contract.ts';
import { deskPaths } from '../../src/areas/desk/contract.ts';
import { concernUrgency, lowLevelFiling, triageRules } from '../../src/areas/concerns/fields.ts';
import { tab } from '../../src/http/tab.ts';
import { problems, type ProblemCode } from '../../src/perform/problem.ts';
import { serveStubActions } from './stub-actions.ts';
import { deskWithoutConcerns, leadViews } from './desk-without-concerns.ts';
import { takeMishap, type Mishap } from './mishap.ts';
import { serveStubFiles } from './stub-files.ts';
import { serveStubHealth, type StubHealth } from './stub-health.ts';
import { serveStubPeople } from './stub-people.ts';
import { stubChanges, type StubChanges } from './stub-changes.ts';
import { serveStubMisfiled } from './stub-misfiled.ts';
import { serveStubChildren } from './stub-children.ts';
import { serveStubChildPages } from './stub-child-pages.ts';
import {
  noAbilities,
  schoolNow,
  stubCandidates,
  stubConcerns,
  stubDecisions,
  stubDifferences,
  stubLeads,
  stubOutside,
  stubRelated,
  stubReports,
  stubRouted,
} from './stub-concerns.ts';

export interface StubRequest {
  readonly method: string;
  readonly path: string;
  readonly person: string;
  readonly body: unknown;
}

export interface StubApi extends StubChanges {
  readonly app: Express;
  readonly requests: StubRequest[];
  concerns: ConcernDetail[];
  differences: readonly Difference[];
  /** What was passed to Kayleigh's team. */
  routed: readonly RoutedItem[];
  /** Who is in every concern that says that somebody is. */
  people: readonly PersonItem[];
  /** Ids of the children whom a reporter named one after the other. */
  together: readonly string[];
  /** How many concerns a page holds. */
  pageSize: number;
  mishaps: Mishap[];
  /** What each answer says of how old Lantern's knowledge of SharePoint is. */
  checked: string;
  /** What the page of Lantern's health is told. */
  readonly health: StubHealth;
  /** Acts already answered, by form key. */
  readonly inbox: Map<string, unknown>;
}

/**
 * Answers the tab's contract from memory and serves the real built tab under its real policy: the screens can be seen and
 * tested without the rest of Lantern. A token reads `token <person>`; Daniel only reports, Kayleigh reads for a team too,
 * Leila keeps Lantern in order, and everybody else answers for concerns.
 */
export function createStubApi(tabDir: string, hostOrigin: string): StubApi {
  const app = express();
  // Before the requests are noted: it shows nothing.
  const stub: StubApi = Object.assign(stubChanges(app), {
    app,
    requests: [],
    concerns: stubConcerns(),
    differences: stubDifferences,
    routed: stubRouted,
    people: [],
    together: [],
    pageSize: 25,
    mishaps: [],
    checked: '40',
    health: {},
    inbox: new Map<string, unknown>(),
  });
  app.use('/tab', tab(tabDir, hostOrigin));
  app.use('/api', express.json(), (request, response, next) => {
    const person = /^Bearer token (\w+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const path = request.originalUrl;
    stub.requests.push({ method: request.method, path, person, body: request.body as unknown });
    response.set({ 'Lantern-Now': schoolNow, 'Lantern-Checked': stub.checked, 'Cache-Control': 'no-store' });
    const mishap = takeMishap(stub.mishaps, `${request.method} ${path}`);
    if (person === '') return refuse(response, 'not-signed-in', 401);
    if (mishap) return refuse(response, mishap.code, mishap.status);
    return next();
  });
  app.get(deskPaths.person, (request, response) => {
    const { name, school, views } = deskOf(stub, personOf(request), {});
    response.json({ name, school, views });
  });
  app.get(concernPaths.desk, (request, response) => response.json(deskOf(stub, personOf(request), request.query)));
  app.get(concernPaths.concerns, ({ query }, response) => response.json(pageOf(stub, query)));
  app.post(concernPaths.search, (request, response) => {
    const words = (request.body as { words: string }).words.toLowerCase().split(' ');
    const holds = (concern: ConcernDetail) =>
      words.every((word) => `${concern.ref} ${concern.child} ${concern.words}`.toLowerCase().includes(word));
    response.json({ items: stub.concerns.filter(holds) });
  });
  app.get(concernPaths.reports, (_request, response) => response.json({ items: stubReports }));
  app.get(concernPaths.candidates, (_request, response) =>
    response.json({ items: stubCandidates, ...(stub.together.length > 0 && { together: stub.together }) }),
  );
  app.get(concernPaths.differences, (_request, response) => response.json({ items: stub.differences }));
  app.get(concernPaths.concern, ({ params }, response) => {
    const found = stub.concerns.find(({ id }) => id === params.id);
    if (found) response.json(found);
    else refuse(response, 'not-found', 404);
  });
  app.get(alertPaths.duty, (_request, response) => response.json(stubDuty));
  app.post(concernPaths.reports, (request: Request, response) => {
    const { form, who } = request.body as ReportRequest;
    const asksChild = !who.startsWith('Ellie Marsden');
    const childState = asksChild ? 'unresolved' : 'resolved';
    const receipt = { concern: mia, ref: 'C-2026-0147', reportedAt: schoolNow, childState, asksChild, duty: stubDuty };
    if (!stub.inbox.has(form)) stub.inbox.set(form, receipt);
    response.json(stub.inbox.get(form));
  });
  app.get(concernPaths.outside, (_request, response) => response.json({ items: stubOutside }));
  app.get(concernPaths.history, (_request, response) => response.json({ items: stubDecisions }));
  app.get(concernPaths.leads, (_request, response) => response.json({ items: stubLeads }));
  app.get(concernPaths.related, (_request, response) => response.json({ items: stubRelated }));
  app.get(concernPaths.routed, (_request, response) => response.json({ items: stub.routed }));
  app.post(concernPaths.acknowledge, ({ params }, response) => {
    const seen = { seenAt: schoolNow, seenByName: 'Kayleigh Marsh' };
    stub.routed = stub.routed.map((item) => (item.id === params.id ? { ...item, ...seen } : item));
    response.json(null);
  });
  app.post(concernPaths.lowLevel, ({ body }, response) => {
    const { as, concerns } = body as LowLevelRequest;
    const { outcome } = lowLevelFiling[as];
    const [first] = concerns;
    stub.concerns = stub.concerns.map((one) =>
      one.id === first?.id ? { ...one, ...judged(outcome), rev: one.rev + 1 } : one,
    );
    response.json({ results: concerns.map(({ id }) => ({ id, done: true })) });
  });
  app.post(
    concernPaths.triage,
    act(stub, (body) => judged((body as TriageRequest).outcome)),
  );
  app.post(
    concernPaths.handOver,
    act(stub, () => ({ takenByName: 'Tom Whitlock', handedOverAt: schoolNow })),
  );
  app.post(
    concernPaths.escalate,
    act(stub, () => ({ escalatedAt: schoolNow })),
  );
  app.post(concernPaths.addenda, ({ params, body }, response) => {
    const { words } = body as { readonly words: string };
    const entry = { at: schoolNow, by: 'Priya Raman', words, filed: 'received' as const };
    stub.concerns = stub.concerns.map((one) =>
      one.id === params.id ? { ...one, addenda: [...one.addenda, entry] } : one,
    );
    response.json({ number: 1 });
  });
  app.post(
    concernPaths.take,
    act(stub, () => taken),
  );
  app.post(
    concernPaths.child,
    act(stub, (body) => settled(body as ChildRequest)),
  );
  app.post(
    concernPaths.settle,
    act(stub, () => ({ filed: 'received' })),
  );
  serveStubActions(app);
  serveStubMisfiled(app, stub, stubCandidates);
  serveStubChildren(app, stub);
  serveStubChildPages(app);
  serveStubPeople(app);
  serveStubFiles(app);
  serveStubHealth(app, stub.health);
  return stub;
}

/** The concern whose child is not settled. */
const mia = '0'.repeat(31) + '2';

const stubDuty = { name: 'Priya Raman', phone: '01632 960114' };
const personOf = (request: Request) => /^Bearer token (\w+)/.exec(request.headers.authorization ?? '')?.[1];

function refuse(response: Response, code: ProblemCode, status: number): void {
  const body: ProblemBody = { code, message: problems[code] };
  response.status(status).json(body);
}

function pageOf(
  { concerns: all, pageSize }: StubApi,
  { before, show, urgency, year }: Readonly<Record<string, unknown>>,
) {
  const concerns = all.filter(
    (concern) =>
      (show !== 'waiting' || concern.status === 'submitted') &&
      (show !== 'mine' || concern.takenByName === 'Priya Raman') &&
      (show !== 'unread' || concern.unread === true) &&
      (year === undefined || concern.yearGroup === year) &&
      (urgency === undefined || concern.urgency === urgency),
  );
  const start = before === undefined ? 0 : concerns.findIndex(({ id }) => id === before) + 1;
  const items = concerns.slice(start, start + pageSize);
  const last = items.at(-1);
  return { items, ...(last && start + pageSize < concerns.length && { next: last.id }) };
}

/** Counts of what the stub holds, as the desk says them. */
function countsOf({ concerns }: StubApi): ConcernCounts {
  const urgencies = Object.keys(concernUrgency).map((one) => [one, concerns.filter((c) => c.urgency === one).length]);
  return {
    open: concerns.length,
    waiting: concerns.filter(({ status }) => status === 'submitted').length,
    mine: concerns.filter(({ takenByName }) => takenByName === 'Priya Raman').length,
    unread: concerns.filter(({ unread }) => unread).length,
    years: [...new Set(concerns.flatMap(({ yearGroup }) => yearGroup ?? []))]
      .sort()
      .map((year) => ({ year, count: concerns.filter(({ yearGroup }) => yearGroup === year).length })),
    urgency: Object.fromEntries(urgencies) as ConcernCounts['urgency'],
  };
}

function deskOf(stub: StubApi, person: string | undefined, filter: Readonly<Record<string, unknown>>): Desk {
  return (
    deskWithoutConcerns(person, stub.routed) ?? {
      ...{ name: 'Priya Raman', school: 'Harrowmere Academy', view: 'concerns', views: leadViews },
      ...{ concerns: pageOf(stub, filter), counts: countsOf(stub) },
    }
  );
}

/** An act under its form key: a second arrival gets the first answer, an outdated revision is refused. */
function act(stub: StubApi, changesFor: (body: unknown) => Partial<ConcernDetail>) {
  return (request: Request<{ id: string }>, response: Response) => {
    const body = request.body as Partial<TakeRequest> & { form: string };
    if (stub.inbox.has(body.form)) return response.json(stub.inbox.get(body.form));
    const found = stub.concerns.find(({ id }) => id === request.params.id);
    if (!found) return refuse(response, 'not-found', 404);
    if (body.rev !== undefined && found.rev !== body.rev) return refuse(response, 'changed-meanwhile', 409);
    const changed = { ...found, ...changesFor(body), rev: found.rev + 1 };
    stub.concerns = stub.concerns.map((concern) => (concern === found ? changed : concern));
    stub.inbox.set(body.form, { id: found.id });
    return response.json({ id: found.id });
  };
}

const taken = {
  status: 'acknowledged',
  takenByName: 'Priya Raman',
  takenAt: schoolNow,
  abilities: {
    ...noAbilities,
    ...{ resolve: true, triage: true, fileLowLevel: true, handOver: true, escalate: true, addAddendum: true },
  },
} as const;

const judged = (outcome: TriageRequest['outcome']): Partial<ConcernDetail> => ({
  status: triageRules[outcome].next,
  triageOutcome: outcome,
  triagedAt: schoolNow,
  takenByName: 'Priya Raman',
  takenAt: schoolNow,
  abilities: { ...noAbilities, triage: true, addAddendum: true },
});

function settled({ child }: ChildRequest): Partial<ConcernDetail> {
  const pupil = stubCandidates.find(({ id }) => id === child);
  return pupil
    ? { childState: 'resolved', child: pupil.name, yearGroup: pupil.yearGroup }
    : { childState: 'not-on-list' };
}
