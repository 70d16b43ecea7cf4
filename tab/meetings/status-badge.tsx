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

// In a narrow column its words need two lines.
const useStyles = makeStyles({ badge: { height: 'auto', minHeight: '20px' } });

/** Where a meeting stands, in words. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const styles = useStyles();
  return (
    <Badge className={styles.badge} appearance="tint" color={colors[status] ?? 'informative'}>
      {meetingStatus[status] ?? status}
    </Badge>
  );
}
