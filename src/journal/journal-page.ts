import { defineRecord } from '../records/define-record.ts';

/** A page of the journal as it lies in SharePoint: entries one after the other, with the chain's hash before and after them. */
export const journalPage = defineRecord({
  name: 'journalPage',
  list: 'Journal',
  description: 'What everyone did in Lantern, page by page: ids, no names. Written by Lantern; a changed page shows.',
  fields: {
    firstN: { kind: 'count', label: 'First entry', required: true, indexed: true },
    lastN: { kind: 'count', label: 'Last entry', required: true },
    entryCount: { kind: 'count', label: 'Number of entries', required: true },
    firstAt: { kind: 'instant', label: 'Time of the first entry', required: true },
    lastAt: { kind: 'instant', label: 'Time of the last entry', required: true },
    hashBefore: { kind: 'text', label: 'Chain before the first entry', max: 64, required: true },
    hashAfter: { kind: 'text', label: 'Chain after the last entry', max: 64, required: true },
    digest: { kind: 'text', label: 'Digest of the entries', max: 64, required: true },
    /** An entry that is longer than a column goes on in further rows. */
    part: { kind: 'count', label: 'Part', required: true },
    parts: { kind: 'count', label: 'Of parts', required: true },
    entries: { kind: 'long', label: 'Entries', max: 63_999, required: true },
  },
});
