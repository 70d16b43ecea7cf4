import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ChannelFlag, ChannelReader } from '../../../src/areas/channels/contract.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  reader: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center', overflowWrap: 'anywhere' },
  more: { color: tokens.colorNeutralForeground2 },
});

const flagText: Readonly<Record<ChannelFlag, string>> = {
  guest: 'Guest',
  outsider: 'Another organisation',
  conflict: 'Conflict of interest',
  audience: 'Not in its audience',
};
const barring: readonly ChannelFlag[] = ['guest', 'outsider', 'conflict'];
/** Whom nothing is held against need not be listed to the last. */
const mostPlain = 12;

export interface ChannelReadersProps {
  readonly readers: readonly ChannelReader[];
  /** What is said of those who are not listed. */
  readonly more?: string;
}

/** Who is in a channel at this moment: first those who should not read what is posted there, and why. */
export function ChannelReaders({ readers, more: others = 'more for whom it is' }: ChannelReadersProps) {
  const styles = useStyles();
  const flagged = readers.filter(({ flags }) => flags.length > 0);
  const plain = readers.filter(({ flags }) => flags.length === 0);
  const more = plain.length - mostPlain;
  return (
    <ul className={styles.list} aria-label="In the channel now">
      {[...flagged, ...plain.slice(0, mostPlain)].map(({ name, flags }, i) => (
        <li key={`${i} ${name}`} className={styles.reader}>
          <bdi>{name === '' ? 'Somebody without a name' : name}</bdi>
          {flags.map((flag) => (
            <Badge
              key={flag}
              appearance="tint"
              color={barring.includes(flag) ? 'danger' : 'warning'}
              icon={<Warning16Filled aria-hidden />}
            >
              {flagText[flag]}
            </Badge>
          ))}
        </li>
      ))}
      {more > 0 && <li className={styles.more}>{`and ${more} ${others}`}</li>}
    </ul>
  );
}
