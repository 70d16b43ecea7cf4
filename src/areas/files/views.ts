import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { DocumentItem, DocumentPage } from './contract.ts';
import { presentDocument } from './present.ts';
import { documentHeld, documentsOfConcern, type DocumentRow, type HeldRow } from './queries.ts';

const byId = z.strictObject({ id: z.string() });

/** The documents of a concern, newest first. */
export const listDocuments: View<z.infer<typeof byId>, DocumentRow, DocumentPage> = {
  verb: 'list-documents',
  shape: 'one',
  fields: ['name', 'kind', 'madeOn', 'madeBy', 'source', 'state', 'threat'].map((field) => `document.${field}`),
  params: byId,
  query: documentsOfConcern,
  values: ({ id }) => ({ concern: id }),
  present(rows, { params, may }) {
    const items = rows.flatMap((row): readonly DocumentItem[] => presentDocument(row, may));
    const school = rows[0]?.concernSchool;
    return { answer: { items, add: may('add-document', { school }) }, ids: [params.id, ...items.map(({ id }) => id)] };
  },
};

/** What of a document is needed to hand its bytes out; the journal holds it as an export. */
export const downloadDocument: View<z.infer<typeof byId>, HeldRow, HeldRow | null> = {
  verb: 'download-document',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: documentHeld,
  values: ({ id }) => ({ id }),
  present: ([row], { params }) => ({ answer: row ?? null, ids: [params.id] }),
};
