import { z } from 'zod';
import type { GraphAnswer } from '../ports/graph.ts';
import type { RecordType } from '../records/define-record.ts';
import { succeeded } from './answers.ts';
import { common } from './columns.ts';
import type { SeenRow } from './judge-row.ts';
import { fromRow } from './rows.ts';

/** What an answer to a question for changes says. */
export type DeltaAnswer =
  | {
      readonly kind: 'page';
      /** Each row once, as it was shown last. */
      readonly rows: readonly SeenRow[];
      /** Graph failed on a row: it does not say which. Seen after a row was deleted, inside an answer of 200. */
      readonly unnamed: boolean;
      readonly next: string;
      /** There is more at once; else `next` is where later changes will be told. */
      readonly more: boolean;
    }
  /** All rows have to be gone through anew, from `from` where Graph says so. */
  | { readonly kind: 'anew'; readonly from: string | undefined }
  /** `code` is a short word for the log. */
  | { readonly kind: 'failed'; readonly code: string; readonly forget: boolean };

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Taken as it is: what is in it is read field by field, by kind. */
const object = z.custom<Fields>(isObject);
const gone = z.object({ id: z.string().min(1), deleted: object });
const standing = z.object({ id: z.string().min(1), eTag: z.string().min(1), fields: object });

const has = (value: unknown, name: string): boolean => isObject(value) && Object.hasOwn(value, name);

/** One row of a page, or of an answer to a read with its columns; undefined when it is not to be understood. */
export function seenRow(type: RecordType, value: unknown): SeenRow | undefined {
  const deleted = has(value, 'deleted') ? gone.safeParse(value) : undefined;
  if (deleted?.success) return { itemId: deleted.data.id, key: '', gone: true };
  const read = standing.safeParse(value);
  if (!read.success) return undefined;
  const { id: itemId, eTag: etag, fields } = read.data;
  const filed = fromRow(type, fields);
  const key = fields[common.key.name];
  return { itemId, etag, key: typeof key === 'string' ? key : '', ref: filed?.ref, filed };
}

/**
 * Reads an answer to `…/items/delta`.
 * @param begun whether it was asked with a link of Graph's own: a link that is refused is given up
 */
export function readDelta(type: RecordType, answer: GraphAnswer, begun: boolean): DeltaAnswer {
  if (answer.status === 410) return { kind: 'anew', from: answer.headers['location'] };
  if (begun && (answer.status === 400 || answer.status === 404)) return { kind: 'anew', from: undefined };
  if (!succeeded(answer))
    return { kind: 'failed', code: `http-${answer.status}`, forget: answer.status === 404 || answer.status === 403 };
  const read = page.safeParse(answer.body);
  const next = read.data?.['@odata.nextLink'] ?? read.data?.['@odata.deltaLink'];
  if (!read.success || next === undefined) return { kind: 'failed', code: 'answer-not-understood', forget: false };
  const rows = new Map<string, SeenRow>();
  let unnamed = false;
  for (const value of read.data.value) {
    const row = seenRow(type, value);
    if (!row) unnamed ||= has(value, 'error');
    else {
      rows.delete(row.itemId);
      rows.set(row.itemId, row);
    }
  }
  return {
    kind: 'page',
    rows: [...rows.values()],
    unnamed,
    next,
    more: read.data['@odata.nextLink'] !== undefined,
  };
}
