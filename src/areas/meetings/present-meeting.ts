import type { MeetingItem } from './contract.ts';
import type { MeetingRow } from './queries.ts';

/** What is shown of every meeting. */
export const presentMeeting = (row: MeetingRow): MeetingItem => ({
  ...{ id: row.id, rev: row.rev, ref: row.ref ?? '', school: row.school, kind: row.kind, status: row.status },
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, online: Boolean(row.online), calledByName: row.calledByName },
  ...(row.location !== null && { location: row.location }),
  ...(row.heldByName !== null && { heldByName: row.heldByName }),
  ...(row.chairName !== null && { chairName: row.chairName }),
  ...(row.minuteTakerName !== null && { minuteTakerName: row.minuteTakerName }),
  filed: row.filedRev === row.rev,
});
