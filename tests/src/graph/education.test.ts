import { expect, it } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { createEducation } from '../../../src/graph/education.ts';
import { rosterOfSync } from '../../../src/jobs/roster-of-sync.ts';
import { demo } from '../../../src/local/cast.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { namedRoll } from '../../../src/local/trust/named-roll.ts';
import { GraphUnreachable, type Graph, type GraphAnswer } from '../../../src/ports/graph.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { aSharedTenant } from '../../local/a-tenant.ts';

const tenant = aSharedTenant();
const graphAs = (...roles: readonly string[]) =>
  createGraph({
    token: async () => tenant().core.graphToken(demo.apiAppId, roles),
    transport: localTransport(tenant().origin),
    userAgent: 'tests',
    budget: createBudget({ licences: 1_000, clock: systemClock }),
  });

it('reads the school of the local tenant: pupils with year group and form, teachers with their Entra id', async () => {
  const read = await rosterOfSync(createEducation(graphAs('EduRoster.Read.All')), 'Harrowmere Academy');
  if (!read.ok) throw new Error(read.why);
  const { rows, faults } = read.roster;
  expect(faults).toEqual([]);
  expect(rows.pupils).toHaveLength(namedRoll.length - 4);
  expect(rows.pupils.find(({ givenName }) => givenName === 'Ellie')).toMatchObject({
    familyName: 'Marsden',
    yearGroup: 'Year 7',
    formGroup: '7B',
  });
  const priya = rows.staff.find(({ name }) => name === 'Priya Raman');
  expect(priya).toMatchObject({ personId: '6b1c7a1e-1111-4111-8111-000000000002' });
  expect(rows.synced).toBe(true);
});

it('says what to do where Lantern has no permission, and where no school is clearly meant', async () => {
  const closed = await rosterOfSync(createEducation(graphAs('Sites.Selected')), 'Harrowmere Academy');
  expect(closed).toMatchObject({ ok: false, why: expect.stringContaining('EduRoster.Read.All') as string });
  const other = await rosterOfSync(createEducation(graphAs('EduRoster.Read.All')), 'Brackenfold Primary');
  expect(other).toMatchObject({ ok: false, orgs: [{ name: 'Harrowmere Academy' }] });
});

const page = (value: readonly object[], next?: string): GraphAnswer => ({
  status: 200,
  headers: {},
  body: { value, ...(next !== undefined && { '@odata.nextLink': next }) },
});

/** A tenant of one school, with one answer or silence put in an answer's place. */
function pagedGraph(broken: Readonly<Record<string, GraphAnswer | 'silence'>> = {}): Graph & { asked: string[] } {
  const student = (n: number) => ({ id: `u${n}`, primaryRole: 'student', givenName: `G${n}`, surname: `F${n}` });
  const pages: Readonly<Record<string, GraphAnswer>> = {
    '/education/schools': page([{ id: 's', displayName: 'North' }]),
    '/education/schools/s/users': page([student(1)], 'https://graph.microsoft.com/v1.0/users-2'),
    '/v1.0/users-2': page([student(2)]),
    '/education/schools/s/classes': page(
      [{ id: 'c', displayName: '7B' }],
      'https://graph.microsoft.com/v1.0/classes-2',
    ),
    '/v1.0/classes-2': page([{ id: 'd', displayName: 'Set 2 maths' }]),
    '/education/classes/c/members': page([{ id: 'u1' }], 'https://graph.microsoft.com/v1.0/members-2'),
    '/v1.0/members-2': page([{ id: 'u2' }]),
  };
  const asked: string[] = [];
  return {
    asked,
    call: ({ path }) => {
      const { pathname } = new URL(path, 'https://graph.microsoft.com');
      asked.push(pathname);
      const answer = broken[pathname] ?? pages[pathname];
      if (answer === 'silence') return Promise.reject(new GraphUnreachable('timeout'));
      return Promise.resolve(answer ?? { status: 404, headers: {}, body: {} });
    },
  };
}

it('follows every page, and asks for the members of forms alone', async () => {
  const graph = pagedGraph();
  const read = await rosterOfSync(createEducation(graph), 'North');
  if (!read.ok) throw new Error(read.why);
  expect(read.roster.rows.pupils.map(({ sourceId, formGroup }) => [sourceId, formGroup])).toEqual([
    ['u1', '7B'],
    ['u2', '7B'],
  ]);
  expect(graph.asked).not.toContain('/education/classes/d/members');
});

const pages = [
  '/education/schools',
  '/v1.0/users-2',
  '/v1.0/classes-2',
  '/education/classes/c/members',
  '/v1.0/members-2',
];
it.each(pages)('takes no part for the whole when %s fails', async (path) => {
  const gone = await rosterOfSync(createEducation(pagedGraph({ [path]: 'silence' })), 'North');
  expect(gone).toMatchObject({ ok: false, why: expect.stringContaining('no whole answer') as string });
  const failed = { status: 503, headers: {}, body: {} };
  expect((await rosterOfSync(createEducation(pagedGraph({ [path]: failed })), 'North')).ok).toBe(false);
});
