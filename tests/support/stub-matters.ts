import type { Express } from 'express';
import type { DifferencePage } from '../../src/areas/concerns/contract.ts';
import {
  staffConcernPaths as paths,
  type StaffConcernDetail,
  type StaffReportRequest,
} from '../../src/areas/staff-concerns/contract.ts';

const id = '7'.repeat(32);

/** A concern about an adult as its case manager sees it. */
const matter: StaffConcernDetail = {
  ...{ id, ref: 'S-7K3Q-9RTD', rev: 1, status: 'submitted', managedBy: 'head', filed: 'filed' },
  ...{ subject: 'Robbie Tait', subjectAsTyped: 'Mr Tait', subjectState: 'resolved', reporterName: 'Kayleigh Marsh' },
  ...{
    reportedAt: '2026-12-10T07:50:00.000Z',
    whenAsTyped: 'yesterday',
    words: `He said it does not matter.\n${'x'.repeat(120)}`,
  },
  ladoContact: { name: 'Kestrel Vale LADO', phone: '01632 960703' },
  notes: [
    {
      ...{ what: 'judged', at: '2026-12-10T08:00:00.000Z', by: 'Margaret Eaves', filed: 'received' },
      ...{ kind: 'low-level', lado: 'consulted', words: 'Below the harm threshold; the LADO agrees.' },
    },
  ],
  abilities: { take: true, subject: true, manager: true, judge: true, close: false, note: true, settle: false },
};
/** One whose filing has stopped: somebody wrote into its row what an act in Lantern changed too. */
const stopped: StaffConcernDetail = {
  ...{ ...matter, id: '9'.repeat(32), ref: 'S-4F7K-2Q9M', rev: 3, filed: 'stopped' },
  abilities: { ...matter.abilities, take: false, settle: true },
};
const differences: DifferencePage = {
  items: [
    { field: 'status', before: 'submitted', lantern: 'acknowledged', sharepoint: 'closed', takeable: true },
    { field: 'subjectName', before: null, lantern: 'Robbie Tait', sharepoint: 'Nobody', takeable: false },
  ],
};
const unknown: StaffConcernDetail = {
  ...{ ...matter, id: '8'.repeat(32), ref: 'S-0GFX-4M2C', notes: [], filed: 'received' },
  ...{ subject: 'the new cover supervisor, tall, grey jacket', subjectState: 'unresolved' },
};

/** Concerns about adults from memory. */
export function serveStubMatters(app: Express): void {
  let [held, waiting] = [matter, stopped];
  app.get(paths.list, (_request, response) => void response.json({ items: [unknown, held] }));
  app.get(paths.one, ({ params }, response) => void response.json(params.id === stopped.id ? waiting : held));
  app.get(paths.differences, (_request, response) => void response.json(differences));
  app.post(paths.settle, (_request, response) => {
    waiting = { ...waiting, filed: 'received', abilities: { ...waiting.abilities, settle: false } };
    response.json({ ref: waiting.ref });
  });
  app.get(paths.colleagues, (_request, response) => {
    response.json([
      { id: 'c1', person: 'p1', name: 'Daniel Osei', job: 'Teacher' },
      { id: 'c2', name: 'Ghost Teacher' },
    ]);
  });
  for (const path of [paths.take, paths.subject, paths.manager, paths.judge, paths.close, paths.notes])
    app.post(path, (_request, response) => {
      const taken = path === paths.take;
      held = {
        ...held,
        rev: held.rev + 1,
        ...(taken && { status: 'acknowledged', takenByName: 'Margaret Eaves' }),
        abilities: { ...held.abilities, take: held.abilities.take && !taken },
      };
      response.json(null);
    });
  app.get(paths.lado, (_request, response) => {
    response.json({ lado: { name: 'Kestrel Vale LADO', phone: '01632 960703' } });
  });
  const receipt = { id, ref: 'S-7K3Q-9RTD', reportedAt: '2026-12-10T08:05:00.000Z', state: 'Received', filed: 'filed' };
  app.get(paths.reports, (_request, response) => {
    response.json({ items: [{ ...receipt, managedBy: 'head' }] });
  });
  app.post(paths.reports, (request, response) => {
    const { about } = request.body as StaffReportRequest;
    const ofHead = about === 'head';
    response.json({
      ...{ ...receipt, managedBy: ofHead ? 'chair' : 'head', told: !ofHead },
      ...(ofHead && { lado: { name: 'Kestrel Vale LADO', phone: '01632 960703' } }),
    });
  });
}
