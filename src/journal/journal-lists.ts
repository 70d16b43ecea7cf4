import type { RecordType } from '../records/define-record.ts';
import { journalAnchor } from './journal-anchor.ts';
import { journalPage } from './journal-page.ts';

/** The lists in which the journal lies in SharePoint; a tenant has them once. */
export const journalLists: readonly RecordType[] = [journalPage, journalAnchor];
