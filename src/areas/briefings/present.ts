import type { Presenting } from '../../perform/types.ts';
import type { BriefingItem, ReceiptItem } from './contract.ts';
import type { BriefingRow, ReceiptRow } from './queries.ts';
import { isOut, mayChaseToday, stateOf, type Reached } from './rules.ts';

/** What a row says of how a briefing came to somebody. */
export const reachedOf = ({ readAt, openedAt, delivered, chat, present }: ReceiptRow): Reached => ({
  ...{ readAt, openedAt, delivered: Number(delivered) === 1 },
  ...{ chat: Number(chat) === 1, present: Number(present) === 1 },
});

export const presentReceipt = (row: ReceiptRow): ReceiptItem => ({
  ...{ id: row.id, name: row.personName, state: stateOf(reachedOf(row)) },
  ...(row.readAt !== null && { readAt: row.readAt }),
});

/** A briefing in the list of whoever looks after it. */
export function presentBriefing(row: BriefingRow, { may, now }: Presenting<object>): BriefingItem {
  const [asked, read, unreachable] = [row.asked, row.read, row.unreachable].map(Number);
  const out = isOut(row);
  return {
    ...{ id: row.id, rev: row.rev, school: row.school, heading: row.heading, readBy: row.readBy },
    ...{ audience: row.audience, status: row.status, sentByName: row.sentByName, sentAt: row.sentAt },
    ...{ asked: asked ?? 0, read: read ?? 0, unreachable: unreachable ?? 0 },
    ...(row.roles && { roles: row.roles.split(',') }),
    ...(row.chasedAt !== null && { chasedAt: row.chasedAt }),
    filed: row.filedRev === row.rev,
    mayChase:
      out &&
      (asked ?? 0) - (read ?? 0) - (unreachable ?? 0) > 0 &&
      mayChaseToday(row, now) &&
      may('chase-briefing', row),
    mayWithdraw: out && may('withdraw-briefing', row),
  };
}
