import { Badge, makeStyles } from '@fluentui/react-components';
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

// What is on two lines runs out of the badge.
const useStyles = makeStyles({ whole: { whiteSpace: 'nowrap' } });

/** Where a meeting stands, in words. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { whole } = useStyles();
  return (
    <Badge className={whole} appearance="tint" color={colors[status] ?? 'informative'}>
      {meetingStatus[status] ?? status}
    </Badge>
  );
}
