import type { Express, Request } from 'express';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import {
  journalPaths,
  type JournalFile,
  type JournalLine,
  type JournalPage,
  type Printed,
  type ProofDesk,
  type SeenPage,
  type UnusualPage,
} from '../../src/areas/journal/contract.ts';
import { peoplePaths } from '../../src/areas/people/contract.ts';

const ellie = '0'.repeat(31) + '1';
const kinds = { looked: 'read', listed: 'list', took: 'assign', reported: 'create', tried: 'deny' } as const;

const line = (minutes: number, who: string, did: string, over: Partial<JournalLine> = {}): JournalLine => ({
  at: new Date(Date.parse('2026-12-10T08:00:00.000Z') - minutes * 60_000).toISOString(),
  ...{ who, did, about: 'concern', refused: false, door: 'tab' },
  kind: kinds[did.split(' ')[0] as keyof typeof kinds] ?? 'read',
  ...over,
});

const refused = { refused: true, why: 'Not theirs to see, or not there.' } as const;
const lines: readonly JournalLine[] = [
  line(1, 'Priya Raman', 'looked at concern C-2026-0146', {
    ...{ concern: ellie, seen: ellie, right: 'as designated safeguarding lead' },
  }),
  line(4, 'Priya Raman', 'looked at the list of concerns: 25 concerns', { kind: 'list' }),
  line(9, 'Tom Whitlock', 'took on concern C-2026-0146', {
    ...{ concern: ellie, seen: ellie, door: 'chat', right: 'by break-glass and as deputy safeguarding lead' },
  }),
  line(12, 'Daniel Osei', 'tried to look at a concern', refused),
  line(30, 'Margaret Eaves', 'gave Tom Whitlock the role “Deputy safeguarding lead”', {
    ...{ kind: 'permission-change', about: 'roleGrant' },
  }),
  line(50, 'Ada Byrne', 'read the journal', { kind: 'list', about: 'journal' }),
  line(61, 'A'.repeat(120), 'reported concern C-2026-0146', { concern: ellie, seen: ellie }),
];
const people = [
  { person: 'oid-daniel', name: 'Daniel Osei' },
  { person: 'oid-priya', name: 'Priya Raman' },
];
const personOf = (request: Request) => /^Bearer token (\w+)/.exec(request.headers.authorization ?? '')?.[1];

/** The journal from memory: refusals alone where they are asked for, an older page, and a proof that names a changed entry. */
export function serveStubJournal(app: Express): void {
  let begun: number | undefined;
  let running = false;
  let verdict: ProofDesk['verdict'];
  const proof = (request: Request): ProofDesk => ({
    ...{
      now: new Date().toISOString(),
      mayRead: personOf(request) !== 'leila',
      mayWatch: personOf(request) !== 'leila',
    },
    ...(verdict && { verdict }),
    ...(running && begun !== undefined && { running: { since: new Date(begun).toISOString(), percent: 0 } }),
    ...(begun !== undefined && { againAt: new Date(begun + 60_000).toISOString() }),
  });
  app.get(journalPaths.proof, (request, response) => {
    if (running) {
      running = false;
      const says = [
        'The journal is NOT as it was written.',
        'Entry 1204 was changed in Lantern’s database: it does not match the chain.',
        'Change nothing now, neither here nor in SharePoint, and make a backup (npm run backup).',
      ];
      verdict = { at: new Date().toISOString(), outcome: 'broken', says };
    }
    response.json(proof(request));
  });
  app.post(journalPaths.proof, (request, response) => {
    begun ??= Date.now();
    running = true;
    response.json(proof(request));
  });
  app.get(journalPaths.journal, (request, response) => {
    const opens = personOf(request) === 'priya';
    const { before, refused: only, door } = request.query;
    const fits = (one: JournalLine) => (only === undefined || one.refused) && (door === undefined || one.door === door);
    const asked = lines.filter(fits);
    const shown = asked.map(({ concern, ...one }) => (opens && concern !== undefined ? { ...one, concern } : one));
    const page: JournalPage =
      before === undefined
        ? { lines: shown, people, ...(only === undefined && { next: 'older' }) }
        : { lines: [line(2_000, 'Zoe Lund', 'looked at their own reports: 2 concerns', { kind: 'list' })] };
    response.json(page);
  });
  for (const path of [journalPaths.print, concernPaths.print, peoplePaths.printChild])
    app.post(path, (_request, response) => {
      response.json({ at: '2026-12-10T08:05:00.000Z' } satisfies Printed);
    });
  app.post(journalPaths.export, (_request, response) => {
    const csv = '\uFEFF"When (school time)","Who"\r\n"2026-12-10 08:00:00","Priya Raman"\r\n';
    response.json({ name: 'lantern-journal-2026-12-10.csv', lines: 1_204, cut: false, csv } satisfies JournalFile);
  });
  app.get(journalPaths.unusual, (request, response) => {
    const days = (ago: number, minutes = 0) => line(ago * 1_440 + minutes, '', '').at;
    const common = {
      ...{ from: days(7), to: days(0), counted: { people: 14, openings: 1_312, refusals: 6 } },
    };
    const readers: UnusualPage['readers'] = [
      {
        ...{ name: 'Daniel Osei', breakGlass: [] },
        hour: { cases: 23, from: days(2, 30), to: days(2, -30), before: 4 },
        refusals: { times: 6, from: days(1, 10), to: days(1) },
        ownName: [
          { ref: 'C-2026-0146', at: days(1, 40), seen: ellie },
          { ref: 'C-2026-0131', at: days(3, 40) },
        ],
      },
      { name: 'A'.repeat(120), ownName: [], breakGlass: [{ at: days(4) }, { at: days(5) }] },
      {
        ...{ name: 'Zoe Lund', ownName: [], breakGlass: [] },
        hour: { cases: 10, from: days(6), to: days(6, -60), before: 0 },
      },
    ];
    const nothing = personOf(request) === 'priya';
    response.json({ ...common, readers: nothing ? [] : readers } satisfies UnusualPage);
  });
  app.get(journalPaths.seen, (_request, response) => {
    const by = (name: string, minutes: readonly number[]) => {
      const each = minutes.map((ago) => line(ago, name, 'looked at concern C-2026-0146'));
      return { name, first: each.at(-1)!.at, last: each[0]!.at, times: each.length, lines: each };
    };
    response.json({
      ...{ ref: 'C-2026-0146', more: false },
      opened: [by('Priya Raman', [1, 40, 90]), by('Tom Whitlock', [9])],
      listed: [{ name: 'Zoe Lund', first: line(99, '', '').at, last: line(3, '', '').at, times: 12 }],
    } satisfies SeenPage);
  });
}
