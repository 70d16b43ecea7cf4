import type { JournalFault } from '../journal/journal-fault.ts';
import type { VerifyAnswer } from './verify-order.ts';

const entries = (n: number, upTo: number) => (n === upTo ? `Entry ${n} is` : `Entries ${n} to ${upTo} are`);

function words(fault: JournalFault): string {
  switch (fault.kind) {
    case 'entry-changed':
      return `Entry ${fault.n} was changed in Lantern’s database: it does not match the chain.`;
    case 'entry-missing':
      return `Entry ${fault.n} is missing from Lantern’s database, though later entries are there.`;
    case 'cut-off':
      return `${entries(fault.n, fault.upTo)} missing from the end of Lantern’s database: SharePoint has seen entry ${fault.upTo}.`;
    case 'page-changed':
      return `Entry ${fault.n} was changed in SharePoint, in the page ${fault.page} of the list “Journal”. Lantern’s database holds what was filed.`;
    case 'two-histories':
      return `From entry ${fault.n} on SharePoint’s page ${fault.page} and Lantern’s database tell different stories, each whole in itself: one of them was written anew.`;
    case 'page-missing':
      return `${entries(fault.n, fault.upTo)} missing from the list “Journal” in SharePoint, though they were filed there.`;
    case 'page-twice':
      return `The page ${fault.page} in SharePoint begins with entry ${fault.n}, which an earlier page holds too.`;
    case 'row-strange':
      return `Row ${fault.item} of the list “Journal” in SharePoint is not a whole page of Lantern’s.`;
    case 'anchor-differs':
      return `Entry ${fault.n} is not the one that was anchored in SharePoint: the database was written anew up to there, or the anchor was changed.`;
    case 'anchor-missing':
      return `The anchor of entry ${fault.n} is missing from the list “Journal anchors” in SharePoint.`;
  }
}

const next =
  'Change nothing now, neither here nor in SharePoint, and make a backup (npm run backup). Whoever answers for data protection must know; SharePoint’s audit log says who wrote in a list.';

/** What the verify command prints at its end. */
export function describeVerification(answer: VerifyAnswer): {
  readonly ok: boolean;
  readonly lines: readonly string[];
} {
  const { head, pages, pagedTo, anchors, faults, unread } = answer;
  if (faults.length > 0)
    return {
      ok: false,
      lines: ['The journal is NOT as it was written.', ...faults.map((fault) => `  ${words(fault)}`), next],
    };
  const chain = `The journal’s chain holds: ${head.n} entries in Lantern’s database.`;
  if (unread !== undefined) return { ok: false, lines: [chain, `What lies in SharePoint was not proved. ${unread}`] };
  return {
    ok: true,
    lines: [chain, `SharePoint agrees: ${pages} pages up to entry ${pagedTo}, ${anchors} anchors.`],
  };
}
