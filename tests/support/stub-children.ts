import type { Express, Request, Response } from 'express';
import {
  concernPaths,
  type AddPersonRequest,
  type ChildRoleRequest,
  type ComparedChild,
  type LookUpRequest,
  type PersonItem,
  type WithdrawPersonRequest,
} from '../../src/areas/concerns/contract.ts';
import { schoolNow } from './stub-concerns.ts';
import type { StubApi } from './stub-api.ts';

const part = (text: string, as: ComparedChild['given'][number]['as'] = 'same') => [{ text, as }];
const alike = { known: [], former: [], yearDiffers: false, formDiffers: false, hasLeft: false, yearGroup: 'Year 9' };

/** Whom a lead compares for “Mia H”; invented. */
const compared: readonly ComparedChild[] = [
  {
    ...{ ...alike, id: 'p1', given: part('Mia'), family: part('Hughes', 'other'), formGroup: '9A' },
    ...{ born: '2013-02', why: 'given-name' },
  },
  {
    ...{ ...alike, id: 'p2', given: part('Mia'), family: part('Hughes', 'other'), formGroup: '9D' },
    ...{ born: '2013-06', why: 'given-name', former: [part('Mia Kowalska', 'other')] },
  },
  {
    ...{ ...alike, id: 'p3', given: part('Myah', 'similar'), family: part('Hartley-Obuasi', 'other'), formGroup: '7C' },
    ...{ yearGroup: 'Year 7', yearDiffers: true, why: 'similar-name', known: part('Mimi', 'other'), hasLeft: true },
  },
];

const found: readonly ComparedChild[] = [
  {
    ...{ ...alike, id: 'p7', given: part('Michelle', 'other'), family: part('Hart', 'other'), known: part('Minnie') },
    ...{ formGroup: '9B', why: 'known-as' },
  },
];

/** What the stub answers about the children and others in a concern. */
export function serveStubChildren(app: Express, stub: StubApi): void {
  app.get(concernPaths.compare, (_request, response) =>
    response.json({ items: compared, together: stub.together } as const),
  );
  app.post(concernPaths.children, ({ body }, response) =>
    response.json({ items: (body as LookUpRequest).words.startsWith('mi') ? found : [], more: false }),
  );
  app.get(concernPaths.persons, (_request, response) => response.json({ items: stub.people }));
  app.post(concernPaths.persons, (request: Request<{ id: string }>, response) => {
    const body = request.body as AddPersonRequest;
    const name = 'name' in body ? body.name : 'Michelle Hart';
    put(stub, request.params.id, response, [...stub.people, personOf(name, body.role, !('name' in body))]);
  });
  app.post(concernPaths.withdrawPerson, (request: Request<{ id: string }>, response) => {
    const { person, reason } = request.body as WithdrawPersonRequest;
    const takenOff = { at: schoolNow, by: 'Priya Raman', reason };
    const people = stub.people.map((one) => (one.id === person ? { ...one, takenOff } : one));
    put(stub, request.params.id, response, people);
  });
  app.post(concernPaths.childRole, (request: Request<{ id: string }>, response) => {
    const { role } = request.body as ChildRoleRequest;
    put(stub, request.params.id, response, [
      ...stub.people,
      { ...personOf('Ellie Marsden', role, true), isChild: true },
    ]);
  });
}

let made = 0;
const personOf = (name: string, role: PersonItem['role'], onRoll: boolean): PersonItem => ({
  ...{ id: `s${++made}`, name, role, onRoll, isChild: false, filed: 'received' },
  ...{ addedAt: schoolNow, addedBy: 'Priya Raman' },
});

function put(stub: StubApi, id: string, response: Response, people: readonly PersonItem[]): void {
  stub.people = people;
  const others = people.filter(({ takenOff, isChild, onRoll }) => !takenOff && !isChild && onRoll).length;
  stub.concerns = stub.concerns.map((one) =>
    one.id === id ? { ...one, rev: one.rev + 1, persons: people.length, moreChildren: others } : one,
  );
  response.json(null);
}
