import { makeStyles, tokens } from '@fluentui/react-components';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { concernFields } from '../../src/areas/concerns/fields.ts';
import { FiledMark } from '../components/filed-mark.tsx';
import { When } from '../components/when.tsx';
import { ChildMark } from './child-mark.tsx';
import { ConcernLink } from './concern-link.tsx';
import { MoreChildren } from './more-children.tsx';
import { SafeNowMark } from './safe-now-mark.tsx';
import { StatusLine } from './status-line.tsx';
import { UrgencyMark } from './urgency-mark.tsx';
import { yearText } from './year-text.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  card: {
    position: 'relative',
    display: 'grid',
    gap: '8px',
    padding: '14px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    // No ground of another colour: in the contrast theme the text on it could not be read.
    ':hover': { boxShadow: `inset 4px 0 ${tokens.colorNeutralStrokeAccessible}` },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 10px', alignItems: 'center' },
  child: { fontSize: tokens.fontSizeBase400 },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Concerns on a phone: what the table says, one card each. */
export function ConcernCards({ concerns }: { readonly concerns: readonly ConcernItem[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Concerns, newest first">
      {concerns.map((concern) => (
        <li key={concern.id} className={styles.card}>
          <span className={styles.line}>
            <UrgencyMark urgency={concern.urgency} />
            <span className={styles.detail}>{concern.ref}</span>
          </span>
          <span className={styles.line}>
            <span className={styles.child}>
              <ConcernLink concern={concern} />
            </span>
            {concern.yearGroup && <span className={styles.detail}>{yearText(concern.yearGroup)}</span>}
            <MoreChildren count={concern.moreChildren} />
            <ChildMark childState={concern.childState} />
          </span>
          <span className={styles.line}>
            {concernFields.safeNow.label} <SafeNowMark safeNow={concern.safeNow} />
          </span>
          <span>
            <When instant={concern.reportedAt} />
            <span className={styles.detail}>
              by <bdi>{concern.reporterName}</bdi>
            </span>
          </span>
          <StatusLine concern={concern} />
          <FiledMark filed={concern.filed} />
        </li>
      ))}
    </ul>
  );
}
