import { recordTypes } from '../../src/areas/areas.ts';
import { concern, concernAddendum, concernDecision } from '../../src/areas/concerns/record.ts';
import { action } from '../../src/areas/actions/record.ts';
import { pupil } from '../../src/areas/people/record.ts';
import type { Graph, GraphAnswer, GraphRequest } from '../../src/ports/graph.ts';
import type { RecordType } from '../../src/records/define-record.ts';
import { toRow } from '../../src/sharepoint/rows.ts';
import type { HandSetClock } from '../support/hand-set-clock.ts';
import { school } from '../support/sharepoint-tenant.ts';

/** How a school's rows lie in its lists. */
const shares: readonly (readonly [type: RecordType, share: number])[] = [
  [concern, 0.3],
  [concernAddendum, 0.25],
  [concernDecision, 0.2],
  [action, 0.2],
  [pupil, 0.05],
];
/** Rows on a page, as SharePoint was seen to give them. */
export const rowsAPage = 200;

const words = 'She came in without a coat again and said that nobody had been at home since the evening before. ';
const at = '2026-12-10T08:05:00.000Z';
const idOf = (list: number, n: number) => `${list.toString(16)}${n.toString(16).padStart(7, '0')}`.padEnd(32, '0');

function valueOf(field: RecordType['fields'][string], n: number): string | number | boolean {
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.of)[n % Object.keys(field.of).length] ?? '';
    case 'flag':
      return n % 2 === 0;
    case 'count':
      return n;
    case 'instant':
      return new Date(Date.parse(at) - n * 60_000).toISOString();
    case 'long':
      return `${words}${n}`;
    case 'text':
      return `Text ${n}`;
  }
}

function rowOf(type: RecordType, list: number, n: number): object {
  const values = Object.entries(type.fields).flatMap(([name, field]) =>
    field.required || field.searchable ? [[name, valueOf(field, n)] as const] : [],
  );
  const payload = {
    ...({ kind: 'create', record: type.name, id: idOf(list, n), school: school.id, rev: 1, at } as const),
    ...{ actorId: 'person', actorName: 'Ann Bell', values: Object.fromEntries(values) },
    ...(type.refPrefix !== undefined && { ref: `${type.refPrefix}-2026-${String(n).padStart(7, '0')}` }),
  };
  return { id: String(n + 1), eTag: `"${idOf(list, n)},1"`, fields: toRow(type, payload, idOf(list, n)) };
}

export interface PagedSharePoint {
  readonly graph: Graph;
  /** Pages of the longest list. */
  readonly longest: number;
  /** Moves the clock on to the next answer, until the work is done. */
  until<T>(work: Promise<T>): Promise<T>;
}

/**
 * A school's lists on a virtual clock, as far as a rebuild asks: each answer takes so long, however many wait for one. Pages are
 * text, and reading them costs what it costs.
 */
export function pagedSharePoint(clock: HandSetClock, rows: number, latencySeconds: number): PagedSharePoint {
  const lists = recordTypes.map((type) => {
    const share = shares.find(([of]) => of.name === type.name)?.[1] ?? 0;
    return { type, rows: Math.round(rows * share) };
  });
  const due: { readonly at: number; readonly give: () => void }[] = [];
  const now = () => Date.parse(clock.now());
  const answer = (path: string): string => {
    const delta = /\/lists\/(\d+)\/items\/delta\?.*?(?:from=(\d+))?$/.exec(path);
    if (!delta)
      return path.includes('/lists?')
        ? JSON.stringify({ value: lists.map(({ type }, n) => ({ id: String(n), displayName: type.list })) })
        : JSON.stringify({ id: 'site' });
    const [list, from] = [Number(delta[1]), Number(delta[2] ?? 0)];
    const { type, rows: all = 0 } = lists[list] ?? {};
    const to = Math.min(from + rowsAPage, all);
    const value = type ? Array.from({ length: to - from }, (_, n) => rowOf(type, list, from + n)) : [];
    const link = `https://graph.microsoft.com/v1.0/sites/site/lists/${list}/items/delta?token=from=${to}`;
    return JSON.stringify({ value, [to < all ? '@odata.nextLink' : '@odata.deltaLink']: link });
  };
  // Made beforehand: what SharePoint's own work costs is not counted.
  const pages = new Map<string, string>();
  const asked = (path: string) => {
    const known = pages.get(path) ?? answer(path);
    pages.set(path, known);
    return known;
  };
  for (const [list, { rows: all }] of lists.entries())
    for (let from = 0; from <= all; from += rowsAPage) {
      const link = `https://graph.microsoft.com/v1.0/sites/site/lists/${list}/items/delta?token=from=${Math.min(from, all)}`;
      asked(from === 0 ? `/sites/site/lists/${list}/items/delta?$expand=fields` : link);
    }

  return {
    longest: Math.max(...lists.map((list) => Math.ceil(list.rows / rowsAPage))),
    graph: {
      call: ({ path }: GraphRequest) =>
        new Promise<GraphAnswer>((give) => {
          const text = asked(path);
          const at = now() + latencySeconds * 1_000;
          due.push({ at, give: () => give({ status: 200, headers: {}, body: JSON.parse(text) as unknown }) });
        }),
    },
    async until(work) {
      let ended = false;
      const end = work.finally(() => (ended = true));
      while (!ended) {
        // Whoever can go on without an answer does so first.
        for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
        const next = due.reduce((soonest, each) => Math.min(soonest, each.at), Infinity);
        if (!Number.isFinite(next)) continue;
        clock.forward((next - now()) / 1_000);
        for (const { give } of due.splice(0, due.length).filter((each) => each.at <= next || !due.push(each))) give();
      }
      return end;
    },
  };
}
