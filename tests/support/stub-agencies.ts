import type { Express } from 'express';
import {
  peoplePaths,
  type AddAgencyRequest,
  type AgencyItem,
  type CorrectAgencyRequest,
  type RetireAgencyRequest,
} from '../../src/areas/people/contract.ts';
import { schoolNow } from './stub-concerns.ts';

const usual = { rev: 1, school: 'harrowmere', filed: true, mayChange: true } as const;

/** The agencies of a school, from memory; invented. */
export function serveStubAgencies(app: Express): void {
  let items: readonly AgencyItem[] = [
    {
      ...{ ...usual, id: 'a1', kind: 'edt', name: 'Kestrel Vale emergency duty team', phone: '01632 960701' },
      ...{
        filed: false,
        outOfHours: 'Evenings after five, weekends and bank holidays.\nSay first that a child is in danger now.',
      },
    },
    {
      ...{ ...usual, id: 'a2', kind: 'mash', name: 'Kestrel Vale MASH', phone: '01632 960700' },
      email: 'multi.agency.safeguarding.hub.front.door@kestrelvale.example.org',
    },
    {
      ...{ ...usual, id: 'a3', kind: 'young-carers-service', name: 'Young Carers Together' },
      ...{ email: 'hello@youngcarers.example', retiredAt: '2026-09-01T08:00:00.000Z' },
    },
  ];
  const change = (id: string, over: (item: AgencyItem) => AgencyItem) => {
    items = items.map((item) => (item.id === id ? { ...over(item), rev: item.rev + 1 } : item));
  };
  app.get(peoplePaths.agencies, (_request, response) =>
    response.json({
      page: { items, mayAddTo: ['harrowmere'] },
      schools: [{ id: 'harrowmere', name: 'Harrowmere Academy' }],
    }),
  );
  app.post(peoplePaths.agencies, ({ body }, response) => {
    const { form: _form, ...values } = body as AddAgencyRequest;
    items = [...items, { ...usual, ...values, id: `a${items.length + 1}`, filed: false }];
    response.json({ agency: 'a9' });
  });
  app.post(peoplePaths.correctAgency, ({ params, body }, response) => {
    const { form: _form, rev: _rev, ...values } = body as CorrectAgencyRequest;
    change(params.id, ({ id, rev, school, filed, mayChange }) => ({ id, rev, school, filed, mayChange, ...values }));
    response.json(null);
  });
  app.post(peoplePaths.retireAgency, ({ params, body }, response) => {
    const { retired } = body as RetireAgencyRequest;
    change(params.id, ({ retiredAt: _at, ...item }) => ({ ...item, ...(retired && { retiredAt: schoolNow }) }));
    response.json(null);
  });
}
