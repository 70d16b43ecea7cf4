import SQLite from 'better-sqlite3-multiple-ciphers';
import { expect, it, onTestFinished } from 'vitest';
import type { Reach } from '../../../src/access/reach.ts';
import { recordTypes } from '../../../src/areas/areas.ts';
import { concernCounts, concernsFound, concernsNewestFirst } from '../../../src/areas/concerns/queries.ts';
import { actionsOfConcern } from '../../../src/areas/actions/queries.ts';
import { peopleOfMeeting } from '../../../src/areas/meetings/queries.ts';
import { childrenSpokenOf, othersSpokenOf } from '../../../src/areas/meetings/papers/papers-queries.ts';
import {
  concernsOfMeeting,
  keptFromPoints,
  minutesAgreed,
} from '../../../src/areas/meetings/minutes/minutes-queries.ts';
import type { Query } from '../../../src/records/query.ts';
import type { Within } from '../../../src/store/compile-question.ts';
import { createAsk } from '../../../src/store/sqlite/ask.ts';
import { migrate } from '../../../src/store/sqlite/schema.ts';

const tenant = '6b1c7a1e-2222-4222-8222-000000000001';

/** The SQL of a question, and how SQLite goes about it. */
function planOf(query: Query<object, unknown>, values: object, within?: Within) {
  const sqlite = new SQLite(':memory:');
  onTestFinished(() => void sqlite.close());
  migrate(sqlite, recordTypes);
  const seen: string[] = [];
  const watched = new Proxy(sqlite, {
    get: (of, name) =>
      name === 'prepare'
        ? (text: string) => (seen.push(text), sqlite.prepare(text))
        : (Reflect.get(of, name) as unknown),
  });
  createAsk(watched)(tenant, query, { person: 'somebody', ...values }, within);
  const text = seen.at(-1) ?? '';
  const blanks = Array.from({ length: text.split('?').length - 1 }, () => '');
  const steps = sqlite.prepare(`explain query plan ${text}`).all(...blanks) as { detail: string }[];
  return { text, steps: steps.map(({ detail }) => detail) };
}

/** The same of a list of concerns for one whose reach is this. */
const planFor = (reach: readonly Reach[], values: object = {}, query: Query<object, unknown> = concernsNewestFirst) =>
  planOf(query, values, { about: 'concern', reach });

/** What one was shown of each row, and what was added to it since: looked up by a key, whichever step. */
const unread =
  /^(CORRELATED SCALAR SUBQUERY \d+|SEARCH seen USING PRIMARY KEY .*|SEARCH addendum USING INDEX concernAddendum_concernId .*)$/;
const walked = (steps: readonly string[]) => steps.filter((step) => !unread.test(step));

it.each([
  ['the first page', {}],
  ['a later page', { beforeAt: '2026-12-10T08:05:00.000Z', beforeId: 'f'.repeat(32) }],
])('%s of a school’s concerns comes out of an index in its order, without sorting', (_which, values) => {
  const { steps } = planFor([{ schools: ['harrowmere'] }], values);
  expect(walked(steps)).toEqual([expect.stringContaining('USING INDEX concern_reportedAt (tenant=? AND school=?')]);
});

it('a search walks through what it finds from the newest on, and sorts nothing', () => {
  const { steps } = planFor([{ schools: ['harrowmere'] }], { words: 'coat' }, concernsFound);
  expect(walked(steps)).toEqual([
    expect.stringMatching(/^SCAN found VIRTUAL TABLE INDEX/),
    expect.stringContaining('concern USING INDEX concern_place (place=?)'),
  ]);
});

it('a list is not compiled anew at each look, as it is when its limit is bound', () => {
  expect(planFor([{ schools: ['harrowmere'] }]).text).toMatch(/ limit 26$/);
});

it('whoever has no right has a list of nothing', () => {
  expect(planFor([]).text).toContain('and false');
});

it.each([
  ['open', { open: true }, 'concern_reportedAt (tenant=? AND school=?'],
  ['urgent', { open: true, urgency: 'urgent-today' }, 'concern_reportedAt (tenant=? AND school=?'],
  ['waiting', { open: true, waiting: true }, 'concern_status_reportedAt (tenant=? AND school=? AND status=?'],
  ['mine', { open: true, mine: true }, 'concern_takenById_reportedAt (tenant=? AND school=? AND takenById=?'],
])('a page of what is %s comes out of an index in its order', (_which, values, index) => {
  const { steps } = planFor([{ schools: ['harrowmere'] }], values);
  expect(walked(steps)).toEqual([expect.stringContaining(`USING INDEX ${index}`)]);
});

it.each([
  [
    'the actions of a concern',
    actionsOfConcern,
    { concern: '1' },
    'action USING INDEX action_concernId (tenant=? AND concernId=?',
  ],
  [
    'the points of a meeting',
    minutesAgreed,
    { meeting: '1' },
    'minute USING INDEX minute_meetingId (tenant=? AND meetingId=?',
  ],
  [
    'who was asked to a meeting',
    peopleOfMeeting,
    { meeting: '1' },
    'meetingPerson_meetingId (tenant=? AND meetingId=?',
  ],
] as const)('%s are found by its id, in whichever school it is', (_what, query, values, index) => {
  const { steps } = planOf(query, values);
  expect(steps).toContainEqual(expect.stringContaining(index));
  expect(steps.filter((step) => step.endsWith('(tenant=?)'))).toEqual([]);
});

it.each([
  ['the concerns', concernsOfMeeting],
  ['who is kept from which concern', keptFromPoints],
  ['the children', childrenSpokenOf],
  ['the other children', othersSpokenOf],
] as const)('%s of an agenda are found from its points, and not among all concerns', (_what, query) => {
  const { steps } = planOf(query, { meeting: '1' });
  expect(steps).toContainEqual('SEARCH held USING INDEX agendaPoint_meetingId (tenant=? AND meetingId=? AND school=?)');
  expect(steps).toContainEqual(expect.stringMatching(/^SEARCH concern USING .*\(tenant=\? AND id=\?\)$/));
});

it('the counts come out of an index alone, in its order', () => {
  const { steps } = planFor([{ schools: ['harrowmere'] }], {}, concernCounts);
  expect(walked(steps)).toEqual([expect.stringContaining('USING COVERING INDEX concern_status_urgency_yearGroup')]);
});
