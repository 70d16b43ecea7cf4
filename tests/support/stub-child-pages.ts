import type { Express } from 'express';
import { concernPaths, type ChildConcernPage } from '../../src/areas/concerns/contract.ts';
import { peoplePaths, type ChildPage, type MergeRequest, type OtherRecord } from '../../src/areas/people/contract.ts';
import { problems } from '../../src/perform/problem.ts';

const schools = [
  { id: 'harrowmere', name: 'Harrowmere Academy' },
  { id: 'brackenfold', name: 'Brackenfold Primary' },
];
const idOf = (number: number) => number.toString(16).padStart(32, '0');

const ellie: ChildPage = {
  child: {
    ...{
      id: 'c1',
      rev: 4,
      school: 'harrowmere',
      name: 'Eleanor (Ellie) Marsden',
      givenName: 'Eleanor',
      familyName: 'Marsden',
    },
    ...{ knownAs: 'Ellie', middleNames: 'Rose', formerNames: ['Eleanor Pike', `Eleanor ${'Marsden-'.repeat(14)}Pike`] },
    ...{ yearGroup: 'Year 7', formGroup: '7B', birthDate: '2015-03-14', earlierFile: 'to-ask' },
    contacts: [
      {
        ...{ id: 'k1', name: 'Claire Marsden', relationship: 'parent', phone: '01632 960331' },
        email: 'claire.marsden.at.home.with.a.very.long.address@mail.example.org',
      },
      { id: 'k2', name: 'Dr Anna Lomax', relationship: 'doctor' },
      {
        ...{ id: 'k3', name: 'Ray Pike', relationship: 'guardian', phone: '01632 960332' },
        until: '2026-09-01T08:00:00.000Z',
      },
    ],
  },
  family: {
    children: [
      {
        ...{ id: 'c2', school: 'harrowmere', name: 'Tom Marsden', yearGroup: 'Year 10', formGroup: '10C' },
        shares: ['Claire Marsden'],
      },
    ],
    elsewhere: ['brackenfold'],
  },
  same: { merged: [], maybe: [] },
  schools,
};

/** The office entered Tom twice. */
const tom: OtherRecord = {
  ...{ id: 'c2', rev: 2, name: 'Tom Marsden', givenName: 'Tom', familyName: 'Marsden', formerNames: [] },
  ...{ yearGroup: 'Year 10', formGroup: '10C', birthDate: '2012-02-03', leftAt: '2026-11-02T09:00:00.000Z' },
};
const tommy: OtherRecord = {
  ...{ id: 'c4', rev: 3, name: 'Thomas (Tommy) Marsden', givenName: 'Thomas', knownAs: 'Tommy', familyName: 'Marsden' },
  ...{ formerNames: ['Thomas Pike'], yearGroup: 'Year 10', formGroup: '10D', birthDate: '2012-02-03' },
};
const pageOf = (own: OtherRecord, same: ChildPage['same']): ChildPage => ({
  child: { ...own, school: 'harrowmere', contacts: [] },
  family: { children: [], elsewhere: [] },
  ...{ same, schools },
});

const concerns: Readonly<Record<string, ChildConcernPage>> = {
  c1: {
    about: [
      {
        ...{ id: idOf(1), ref: 'C-2026-0146', reportedAt: '2026-12-10T08:06:30.000Z', status: 'submitted' },
        ...{ urgency: 'urgent-today', filed: 'received' },
      },
      {
        ...{ id: idOf(9), ref: 'C-2026-0102', reportedAt: '2026-11-04T10:12:00.000Z', status: 'monitoring' },
        ...{
          urgency: 'routine',
          filed: 'filed',
          triageOutcome: 'monitor',
          takenByName: 'Tom Whitlock',
          role: 'harmed',
        },
      },
    ],
    named: [{ id: idOf(3), ref: 'C-2026-0144', reportedAt: '2026-12-09T15:22:10.000Z', roles: ['witness', 'sibling'] }],
    more: false,
  },
  ...Object.fromEntries(['c2', 'c4'].map((id) => [id, { about: [], named: [], more: false }])),
};

/** What the stub answers about a child's page. */
export function serveStubChildPages(app: Express): void {
  let reason: string | undefined;
  app.post(peoplePaths.merge, ({ body }, response) => {
    ({ reason } = body as MergeRequest);
    response.json(null);
  });
  app.post(peoplePaths.unmerge, (_request, response) => {
    reason = undefined;
    response.json(null);
  });
  app.get(peoplePaths.child, ({ params }, response) => {
    const twice = reason === undefined ? { merged: [], maybe: [tommy] } : { merged: [{ ...tommy, reason }], maybe: [] };
    const one = reason === undefined ? { merged: [], maybe: [tom] } : { goesOnAs: tom, merged: [], maybe: [] };
    const page = [ellie, pageOf(tom, twice), pageOf(tommy, one)].find(({ child }) => child.id === params.id);
    if (page) response.json(page);
    else response.status(404).json({ code: 'not-found', message: problems['not-found'] });
  });
  app.get(concernPaths.ofChild, ({ params }, response) => response.json(concerns[params.id] ?? null));
}
