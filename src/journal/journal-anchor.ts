import { defineRecord } from '../records/define-record.ts';

/** The chain's head at a moment, where nobody who holds only the database can change it: a chain that was cut off shows. */
export const journalAnchor = defineRecord({
  name: 'journalAnchor',
  list: 'Journal anchors',
  description: 'How far the journal went, each hour. Written by Lantern; do not edit or delete here.',
  fields: {
    n: { kind: 'count', label: 'Entry', required: true, indexed: true },
    hash: { kind: 'text', label: 'Chain after the entry', max: 64, required: true },
    /** So that an anchor that was taken away shows by the next one. */
    previousN: { kind: 'count', label: 'Entry of the anchor before', required: true },
    anchoredAt: { kind: 'instant', label: 'Anchored at', required: true },
  },
});
