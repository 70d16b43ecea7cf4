import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import type { PaperOfChild } from '../contract.ts';
import { childLabel } from '../redact/who-is-hidden.ts';
import { papersOfMeeting, type PaperOfChildRow } from './papers-queries.ts';
import { paperFormats } from './paper-formats.ts';

const byId = z.strictObject({ id: z.string() });
const formats = Object.keys(paperFormats).length;

function stateOf({ concernRef, papers, placed }: PaperOfChildRow): PaperOfChild['state'] {
  if (concernRef === null) return 'none';
  if (Number(placed) >= formats) return 'in-library';
  return Number(papers) >= formats ? 'made' : 'waiting';
}

/** In whose files the minutes of a meeting are, or will be once they are final. */
export const listPapersOfMinutes: View<z.infer<typeof byId>, PaperOfChildRow, readonly PaperOfChild[]> = {
  verb: 'list-papers-of-minutes',
  shape: 'page',
  fields: ['number', 'concern.ref', 'document.state'],
  params: byId,
  query: papersOfMeeting,
  values: ({ id }) => ({ meeting: id }),
  present: (rows) => ({
    answer: rows.map((row) => ({
      ...{ id: row.id, label: childLabel(row.number - 1), state: stateOf(row) },
      ...(row.concernRef !== null && { concernRef: row.concernRef }),
    })),
    ids: rows.map(({ id }) => id),
  }),
};
