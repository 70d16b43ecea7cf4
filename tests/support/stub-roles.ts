import type { Express, Request } from 'express';
import {
  rolePaths,
  type ActingLeadRequest,
  type GiveRoleRequest,
  type PersonForRole,
  type NameToLookUp,
  type RoleDaysRequest,
  type RoleDesk,
  type RoleItem,
  type TrustStaffFound,
} from '../../src/areas/roles/contract.ts';
import { problems } from '../../src/perform/problem.ts';
import { schoolNow } from './stub-concerns.ts';

const schools = [
  { id: 'harrowmere', name: 'Harrowmere Academy' },
  { id: 'brackenfold', name: 'Brackenfold Primary' },
];
const people: readonly PersonForRole[] = [
  { person: 'p1', school: 'harrowmere', name: 'Daniel Osei', job: 'Teacher' },
  { person: 'p2', school: 'harrowmere', name: 'Zoe Lund', job: 'Supply teacher' },
];
/** Somebody of Brackenfold, and somebody who works at both; only Colm answers for both. */
const ofBoth: readonly PersonForRole[] = [
  { person: 'p2', school: 'brackenfold', name: 'Zoe Lund', job: 'Supply teacher' },
  { person: 'p3', school: 'brackenfold', name: 'Pat Noble', job: 'Lunchtime supervisor' },
];
/** Who works at schools for which nobody here answers. */
const elsewhere: TrustStaffFound['items'] = [
  { person: 'p7', name: 'Colm Rafferty', job: 'Trust safeguarding lead' },
  { person: 'p8', name: 'Mary Ashdown' },
  { person: 'p9', name: 'Mary Ashdown', job: 'Head' },
];
const usual = {
  ...{ rev: 1, school: 'harrowmere', standing: 'in-force' as const, acting: false, unconfirmed: false, filed: true },
  ...{ fed: false, mayConfirm: false, mayEnd: true, mayChangeDays: false },
};

const stubRoles = (): readonly RoleItem[] => [
  { ...usual, id: 'r1', name: 'Priya Raman', role: 'dsl' },
  { ...usual, id: 'r2', name: 'Tom Whitlock', role: 'deputy', days: ['Mon', 'Tue'], mayChangeDays: true },
  {
    ...usual,
    ...{ id: 'r3', name: 'Kayleigh Featherstonehaugh-Marsh', role: 'dsl', acting: true, unconfirmed: true },
    ...{ until: '2026-12-18', givenByName: 'Margaret Eaves', givenAt: '2026-12-09T07:40:00.000Z', mayConfirm: true },
  },
  {
    ...usual,
    ...{ id: 'r5', name: 'Nisha Bakshi', role: 'attendance-lead', fed: true },
    ...{ givenByName: 'Lantern (Entra groups)', givenAt: '2026-11-26T09:05:00.000Z' },
  },
  {
    ...usual,
    ...{ id: 'r4', name: 'Ines Duarte', role: 'senco', standing: 'over', mayEnd: false },
    ...{ givenByName: 'Priya Raman', endedByName: 'Margaret Eaves', endedAt: '2026-11-02T09:00:00.000Z' },
  },
];

/** Who is what at a school, from memory; invented. */
export function serveStubRoles(app: Express): void {
  let items = stubRoles();
  app.get(rolePaths.roles, (request, response) => {
    const trust = request.headers.authorization?.startsWith('Bearer token colm') === true;
    const mayGive = schools.map(({ id }) => id).slice(0, trust ? 2 : 1);
    response.json({
      page: { items, mayGive, mayAppoint: trust ? [] : mayGive },
      people: trust ? [...people, ...ofBoth] : people,
      schools,
      actingDays: 7,
    } satisfies RoleDesk);
  });
  app.post(rolePaths.people, (request: Request, response) => {
    const { words } = request.body as NameToLookUp;
    const items = elsewhere.filter(({ name }) => name.toLowerCase() === words.toLowerCase());
    response.json({ items } satisfies TrustStaffFound);
  });
  const add = (over: Omit<Partial<RoleItem>, 'name'> & Pick<RoleItem, 'id' | 'role'>, person: string) => {
    const name = [...people, ...elsewhere].find((one) => one.person === person)?.name ?? '';
    items = [...items, { ...usual, ...over, name, givenByName: 'Priya Raman', givenAt: schoolNow, filed: false }];
  };
  app.post(rolePaths.roles, (request: Request, response) => {
    const { schools: where, person, role, until, days } = request.body as GiveRoleRequest;
    const waits = role === 'dsl' || role === 'trust-lead';
    for (const school of where)
      add(
        {
          ...{ id: `r${items.length + 1}`, school, role, standing: waits ? 'waits' : 'in-force' },
          ...(until && { until }),
          ...(days && { days }),
        },
        person,
      );
    response.json({ waits });
  });
  app.post(rolePaths.acting, (request: Request, response) => {
    const { person, until } = request.body as ActingLeadRequest;
    add({ id: `r${items.length + 1}`, role: 'dsl', acting: true, unconfirmed: true, until }, person);
    response.json(null);
  });
  app.post(rolePaths.confirm, ({ params }, response) => {
    items = items.map((item) =>
      item.id === params.id ? { ...item, unconfirmed: false, mayConfirm: false, confirmedByName: 'Priya Raman' } : item,
    );
    response.json(null);
  });
  app.post(rolePaths.days, (request, response) => {
    const { days } = request.body as RoleDaysRequest;
    items = items.map((item) => {
      if (item.id !== request.params['id']) return item;
      const { days: _before, ...rest } = item;
      return { ...rest, ...(days.length > 0 && { days }), rev: item.rev + 1 };
    });
    response.json(null);
  });
  app.post(rolePaths.end, ({ params }, response) => {
    if (params.id === 'r1') {
      response.status(409).json({ code: 'last-lead', message: problems['last-lead'] });
      return;
    }
    items = items.map((item) =>
      item.id === params.id ? { ...item, standing: 'over', mayEnd: false, endedByName: 'Priya Raman' } : item,
    );
    response.json(null);
  });
}
