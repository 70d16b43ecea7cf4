import { z } from 'zod';
import type { Graph, GraphAnswer } from '../ports/graph.ts';
import { faultIn, succeeded } from '../sharepoint/answers.ts';

export interface ProbeParts {
  /** Lantern's own identity, which writes rows. */
  readonly own: Graph;
  /** The one-off identity, which makes the list and takes it away. */
  readonly maker: Graph;
  /** `/sites/{id}` */
  readonly site: string;
  /** Of the scratch list; nobody else's list has it. */
  readonly name: string;
  /** Where Graph may give hints, when that is an https address at which Lantern listens. */
  readonly notificationUrl: string | undefined;
  /** Milliseconds, for measuring. */
  now(): number;
  /** Without a pattern: 32 hexadecimal digits. */
  newKey(): string;
}

/** What one call was answered: never a word of its content. */
export interface Answered {
  readonly status: number;
  readonly code?: string;
  /** Graph's words for a refusal, of our own scratch list. */
  readonly message?: string;
}

/** What was learnt, by the questions of the reference on Graph (section 8). */
export type Learnt = Readonly<Record<string, unknown>>;

const item = z.object({ id: z.string(), eTag: z.string() });
const identified = z.object({ id: z.string().min(1) });

const told = (answer: GraphAnswer): Answered => {
  if (succeeded(answer)) return { status: answer.status };
  const { code, message } = faultIn(answer);
  return { status: answer.status, code, message };
};

const columns = [
  { name: 'Key', indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } },
  { name: 'Note', text: { maxLength: 255 } },
  { name: 'Moment', dateTime: { format: 'dateTime' } },
];

/** Rows that are made and read for the times. */
const measured = 10;
/** As many as may meet at one moment when several workers file. */
const atOnce = 8;
const moment = '2026-01-15T09:30:00Z';

/**
 * Settles what Microsoft does not say about lists, on a list of its own that it takes away again, whatever happens.
 * @throws Error when the list cannot be made; GraphUnreachable when an answer did not come
 */
export async function probe(parts: ProbeParts): Promise<Learnt> {
  const { own, maker, site, name } = parts;
  const body = {
    displayName: name,
    description: 'Lantern’s probe; it takes it away.',
    list: { template: 'genericList' },
    columns,
  };
  const asOwn = await own.call({
    method: 'POST',
    path: `${site}/lists`,
    body: { ...body, displayName: `${name} own` },
  });
  if (succeeded(asOwn)) await remove(maker, site, asOwn);
  const made = await maker.call({ method: 'POST', path: `${site}/lists`, body });
  if (!succeeded(made))
    throw new Error(`The scratch list could not be made: Graph answered ${made.status} ${faultIn(made).code}.`);
  try {
    const list = `${site}/lists/${identified.parse(made.body).id}`;
    return {
      listCreation: { byLantern: told(asOwn), byProvisioning: told(made) },
      ifMatch: await ifMatch(parts, list),
      uniqueness: await uniqueness(parts, list),
      dates: await dates(parts, list),
      unindexedFilter: await unindexedFilter(parts, list),
      delta: told(await own.call({ method: 'GET', path: `${list}/items/delta?$select=id` })),
      subscription: await subscription(parts, list),
      latencyMs: await latency(parts, list),
      notAsked: [
        'A default view that filters: Graph cannot make one. npm run doctor counts the rows of the lists as they are.',
        'An unindexed filter over more than 5,000 rows: to make them would take the tenant’s whole allowance for minutes.',
      ],
    };
  } finally {
    await remove(maker, site, made);
  }
}

const remove = async (maker: Graph, site: string, made: GraphAnswer) => {
  await maker.call({ method: 'DELETE', path: `${site}/lists/${identified.parse(made.body).id}` });
};

const create = ({ own, newKey }: ProbeParts, list: string, fields: object = {}) =>
  own.call({ method: 'POST', path: `${list}/items`, body: { fields: { Key: newKey(), ...fields } } });

/** Question 1: whether a change of values heeds If-Match, and how an eTag is written. */
async function ifMatch(parts: ProbeParts, list: string) {
  const { own } = parts;
  const path = `${list}/items/${identified.parse((await create(parts, list)).body).id}`;
  const { eTag } = item.parse((await own.call({ method: 'GET', path })).body);
  const patch = async (tag: string, note: string) =>
    told(
      await own.call({ method: 'PATCH', path: `${path}/fields`, headers: { 'if-match': tag }, body: { Note: note } }),
    );
  const otherCase = eTag === eTag.toLowerCase() ? eTag.toUpperCase() : eTag.toLowerCase();
  const [caseChanged, right] = [
    await patch(otherCase, 'a'),
    await patch(item.parse((await own.call({ method: 'GET', path })).body).eTag, 'b'),
  ];
  return { form: eTag.replaceAll(/[0-9a-f]/gi, 'x'), right, stale: await patch(eTag, 'c'), caseChanged };
}

/** Question 6: whether letters' case counts, and whether several at once can make two. */
async function uniqueness(parts: ProbeParts, list: string) {
  const key = `${parts.newKey().slice(0, 31)}a`;
  await create(parts, list, { Key: key });
  const same = told(await create(parts, list, { Key: key }));
  const otherCase = told(await create(parts, list, { Key: key.toUpperCase() }));
  const raced = parts.newKey();
  const answers = await Promise.all(Array.from({ length: atOnce }, () => create(parts, list, { Key: raced })));
  const statuses = answers.map(({ status }) => status).sort((one, other) => one - other);
  return { same, otherCase, made: answers.filter(succeeded).length, ofAtOnce: atOnce, statuses };
}

/** Question 7: what comes back of a moment in UTC, at once and when it is read again. */
async function dates(parts: ProbeParts, list: string) {
  const written = await create(parts, list, { Moment: moment });
  const shown = z.object({ fields: z.looseObject({ Moment: z.string().optional() }).optional() });
  const { id } = identified.parse(written.body);
  const again = await parts.own.call({ method: 'GET', path: `${list}/items/${id}?$expand=fields($select=Moment)` });
  const of = (answer: GraphAnswer) => shown.parse(answer.body).fields?.Moment ?? null;
  return { sent: moment, inTheAnswer: of(written), readAgain: of(again) };
}

/** Question 5, as far as few rows tell it. */
async function unindexedFilter({ own }: ProbeParts, list: string) {
  const path = `${list}/items?$filter=fields/Note eq 'b'`;
  const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
  return {
    plain: told(await own.call({ method: 'GET', path })),
    atOwnRisk: told(await own.call({ method: 'GET', path, headers: prefer })),
  };
}

/** Question 2: whether hints of changes are given under Sites.Selected. */
async function subscription({ own, notificationUrl, now, newKey }: ProbeParts, list: string) {
  if (!notificationUrl)
    return 'not asked: LANTERN_PUBLIC_ORIGIN must be https, and Lantern must run there with LANTERN_SUBSCRIPTIONS=on';
  const expirationDateTime = new Date(now() + 3_600_000).toISOString();
  const body = {
    changeType: 'updated',
    resource: list.slice(1),
    notificationUrl,
    expirationDateTime,
    clientState: newKey(),
  };
  const made = await own.call({ method: 'POST', path: '/subscriptions', body });
  if (succeeded(made)) await own.call({ method: 'DELETE', path: `/subscriptions/${identified.parse(made.body).id}` });
  return told(made);
}

/** Question 8. */
async function latency(parts: ProbeParts, list: string) {
  const times = { create: [] as number[], read: [] as number[], update: [] as number[] };
  const timed = async (into: number[], call: () => Promise<GraphAnswer>) => {
    const began = parts.now();
    const answer = await call();
    into.push(parts.now() - began);
    return answer;
  };
  for (let n = 0; n < measured; n++) {
    const path = `${list}/items/${identified.parse((await timed(times.create, () => create(parts, list))).body).id}`;
    await timed(times.read, () => parts.own.call({ method: 'GET', path }));
    await timed(times.update, () =>
      parts.own.call({ method: 'PATCH', path: `${path}/fields`, body: { Note: String(n) } }),
    );
  }
  const middle = (all: readonly number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)];
  return Object.fromEntries(
    Object.entries(times).map(([what, all]) => [what, { median: middle(all), most: Math.max(...all), of: all.length }]),
  );
}
