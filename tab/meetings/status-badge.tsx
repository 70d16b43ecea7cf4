import { Badge } from '@fluentui/react-components';
import type { MeetingItem } from '../../src/areas/meetings/contract.ts';
import { meetingStatus } from '../../src/areas/meetings/fields.ts';

type Status = MeetingItem['status'];

const colors: Partial<Record<Status, 'danger' | 'warning' | 'success'>> = {
  cancelled: 'danger',
  rearranged: 'warning',
  'minutes-draft': 'warning',
  'minutes-agreed': 'success',
  'minutes-published': 'success',
  'note-kept': 'success',
};

/** Where a meeting stands, in words. */
export function StatusBadge({ status }: { readonly status: Status }) {
  return (
    <Badge appearance="tint" color={colors[status] ?? 'informative'}>
      {meetingStatus[status] ?? status}
    </Badge>
  );
}
