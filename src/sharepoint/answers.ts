import { z } from 'zod';
import type { GraphAnswer } from '../ports/graph.ts';
import type { RowPlace } from '../ports/outbox.ts';
import { common } from './columns.ts';

/** What a row says about itself, enough to tell whose act it holds. */
export interface RowMark extends Required<RowPlace> {
  readonly key: string;
  readonly act: string;
  readonly rev: number;
  /** The columns that were asked for, these among them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const item = z.object({ id: z.string().min(1), eTag: z.string().min(1) });

const marked = item.extend({
  fields: z.looseObject({
    [common.key.name]: z.string().default(''),
    [common.act.name]: z.string().default(''),
    [common.rev.name]: z.number().default(0),
  }),
});

const fault = z.object({ error: z.object({ code: z.string().default(''), message: z.string().default('') }) });

export const succeeded = (answer: GraphAnswer): boolean => answer.status >= 200 && answer.status < 300;

/** Where the answer to a write says the row lies; undefined when it does not. */
export function placeIn(answer: GraphAnswer): RowPlace | undefined {
  const read = item.safeParse(answer.body);
  return read.success ? { itemId: read.data.id, etag: read.data.eTag } : undefined;
}

/** The row in an answer to a read that asked for the marking columns; undefined when it is not to be understood. */
export function markIn(body: unknown): RowMark | undefined {
  const read = marked.safeParse(body);
  if (!read.success) return undefined;
  const { id, eTag, fields } = read.data;
  return {
    itemId: id,
    etag: eTag,
    key: fields[common.key.name],
    act: fields[common.act.name],
    rev: fields[common.rev.name],
    fields,
  };
}

/** The rows in a list answer; undefined when one of them is not to be understood. */
export function marksIn(answer: GraphAnswer): readonly RowMark[] | undefined {
  const read = z.object({ value: z.array(z.unknown()) }).safeParse(answer.body);
  if (!read.success) return undefined;
  const marks = read.data.value.map(markIn);
  return marks.every((mark) => mark !== undefined) ? marks : undefined;
}

/** Graph's code and text for a fault. The text is for telling cases apart and is never logged. */
export function faultIn(answer: GraphAnswer): { readonly code: string; readonly message: string } {
  const read = fault.safeParse(answer.body);
  return read.success ? read.data.error : { code: '', message: '' };
}

/** SharePoint's refusal of a second row with the same unique value: a 400 that names no column. */
export const isDuplicate = (answer: GraphAnswer): boolean =>
  answer.status === 400 && /unique constraint/i.test(faultIn(answer).message);

/** A column that the list lacks: set-up is behind this version of Lantern. Graph has spelt it both ways. */
export const isUnknownColumn = (answer: GraphAnswer): boolean =>
  answer.status === 400 && /is not recogni/i.test(faultIn(answer).message);
