import type { Express, Request } from 'express';
import {
  needToKnowPaths as paths,
  type AccessItem,
  type ChildByName,
  type CircleItem,
  type ConflictRequest,
  type GiveCaseRequest,
  type LookUpByName,
  type PersonForCase,
} from '../../src/areas/need-to-know/contract.ts';
import { schoolNow } from './stub-concerns.ts';

const school = 'harrowmere';
const people: readonly PersonForCase[] = [
  { person: 'p1', school, name: 'Daniel Osei', job: 'Teacher' },
  { person: 'p2', school, name: 'Zoe Lund', job: 'Supply teacher' },
];
const children: readonly ChildByName[] = [
  { id: 'k1', school, name: 'Ellie Marsden', yearGroup: 'Year 7', formGroup: '7B', hasLeft: false },
  { id: 'k2', school, name: 'Mia Hughes', yearGroup: 'Year 9', formGroup: '9A', hasLeft: false },
  { id: 'k3', school, name: 'Mia Hughes', yearGroup: 'Year 9', formGroup: '9D', hasLeft: false },
];
const usual = {
  ...({ rev: 1, school, inForce: true, filed: true, mine: false, maySee: false, mayEnd: true } as const),
  givenByName: 'Priya Raman',
};

const stubAccess = (): readonly AccessItem[] => [
  {
    ...usual,
    ...({ id: 'a1', kind: 'break-glass', name: 'Margaret Eaves', child: 'Ellie Marsden', maySee: true } as const),
    reason: 'The police are at reception and ask for her; Priya and Tom are on the trip and do not answer.',
    ...{ givenByName: 'Margaret Eaves', givenAt: '2026-12-10T07:50:00.000Z', until: '2026-12-11T07:50:00.000Z' },
  },
  {
    ...usual,
    ...({ id: 'a2', kind: 'circle', name: 'Kayleigh Featherstonehaugh-Marsh' } as const),
    ...{ concernRef: 'C-2026-0142', concernId: 'c'.repeat(32), task: 'Be at the gate with him each morning.' },
    ...{ reason: 'He talks to nobody else.', givenAt: '2026-12-08T09:10:00.000Z', until: '2026-12-19T00:00:00.000Z' },
  },
  {
    ...usual,
    ...({ id: 'a3', kind: 'conflict', name: 'Tom Whitlock', child: 'Nell Whitlock', conflict: 'own-child' } as const),
    ...{ reason: 'His daughter.', givenByName: 'Tom Whitlock', givenAt: '2026-09-02T08:00:00.000Z', filed: false },
  },
  {
    ...usual,
    ...({ id: 'a4', kind: 'circle', name: 'Ines Duarte', inForce: false, mayEnd: false } as const),
    ...{ concernRef: 'C-2026-0097', reason: 'She plans his support.', givenAt: '2026-10-02T09:00:00.000Z' },
    ...{ endedByName: 'Priya Raman', endedAt: '2026-11-02T09:00:00.000Z' },
  },
];

/** Who may see single cases, from memory; invented. Kayleigh and Margaret may break glass, leads need not. */
export function serveStubNeedToKnow(app: Express): void {
  let items = stubAccess();
  let circle: readonly CircleItem[] = [];
  const personOf = ({ headers }: Request) => /^Bearer token (\w+)/.exec(headers.authorization ?? '')?.[1];
  app.get(paths.page, (request, response) => {
    const person = personOf(request);
    const others = person !== 'kayleigh';
    const shown = others ? items : items.filter(({ mine }) => mine);
    response.json({
      page: {
        items: person === 'margaret' ? shown.map((item) => ({ ...item, maySee: false })) : shown,
        mayDeclare: others ? [school] : [],
        mayDeclareOwn: [school],
        mayBreakGlass: person === 'priya' ? [] : [school],
      },
      people: others ? people : [],
      schools: [{ id: school, name: 'Harrowmere Academy' }],
    });
  });
  app.get(paths.people, (_request, response) => response.json(people));
  app.post(paths.children, (request: Request, response) => {
    const words = (request.body as LookUpByName).words.toLowerCase();
    response.json({ items: children.filter(({ name }) => name.toLowerCase() === words) });
  });
  const childOf = (id: string) => children.find((child) => child.id === id)?.name ?? '';
  const declare = ({ child, conflict, reason, person }: Partial<ConflictRequest>, mine: boolean) => {
    const name = mine ? 'Kayleigh Marsh' : (people.find((one) => one.person === person)?.name ?? '');
    const said = { kind: 'conflict', child: childOf(child ?? ''), reason: reason ?? '', mine, mayEnd: !mine } as const;
    items = [
      {
        ...usual,
        ...said,
        id: `a${items.length + 1}`,
        name,
        conflict: conflict ?? 'other',
        givenAt: schoolNow,
        filed: false,
      },
      ...items,
    ];
  };
  app.post(paths.conflicts, (request: Request, response) => {
    declare(request.body as ConflictRequest, false);
    response.json(null);
  });
  app.post(paths.ownConflicts, (request: Request, response) => {
    declare(request.body as Partial<ConflictRequest>, true);
    response.json(null);
  });
  app.post(paths.breakGlass, (request: Request, response) => {
    const { child, reason } = request.body as { child: string; reason: string };
    const until = '2026-12-11T08:15:00.000Z';
    items = [
      {
        ...usual,
        ...({ id: `a${items.length + 1}`, kind: 'break-glass', name: 'Kayleigh Marsh', mine: true } as const),
        ...{ child: childOf(child), reason, givenByName: 'Kayleigh Marsh', givenAt: schoolNow, until, filed: false },
      },
      ...items,
    ];
    response.json({ until });
  });
  app.post(paths.seen, ({ params }, response) => {
    items = items.map((item) =>
      item.id === params.id ? { ...item, maySee: false, seenByName: 'Priya Raman', seenAt: schoolNow } : item,
    );
    response.json(null);
  });
  app.post(paths.end, ({ params }, response) => {
    circle = circle.filter(({ id }) => id !== params.id);
    items = items.map((item) =>
      item.id === params.id
        ? { ...item, inForce: false, mayEnd: false, endedByName: 'Priya Raman', endedAt: schoolNow }
        : item,
    );
    response.json(null);
  });
  app.get(paths.circle, (request, response) => {
    const own: CircleItem = {
      ...({ id: 'a9', rev: 1, kind: 'circle', name: 'Kayleigh Marsh', mine: true, filed: true, mayEnd: true } as const),
      ...{ reason: 'He talks to nobody else.', task: 'Be at the gate with him each morning.' },
      ...{ givenAt: '2026-12-08T09:10:00.000Z', givenByName: 'Priya Raman', until: '2026-12-19T00:00:00.000Z' },
    };
    const given = personOf(request) === 'kayleigh';
    response.json({ items: given ? [own] : circle, mayGive: !given, school });
  });
  app.post(paths.circle, (request: Request, response) => {
    const { person, form: _form, ...said } = request.body as GiveCaseRequest;
    const name = people.find((one) => one.person === person)?.name ?? '';
    const { until, ...rest } = said;
    circle = [
      {
        ...({ id: `b${circle.length + 1}`, rev: 1, kind: 'circle', mine: false, filed: false, mayEnd: true } as const),
        ...{ ...rest, name, givenAt: schoolNow, givenByName: 'Priya Raman' },
        ...(until && { until: `${until}T23:59:00.000Z` }),
      },
      ...circle,
    ];
    response.json(null);
  });
}
