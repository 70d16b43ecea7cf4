import { makeStyles, tokens } from '@fluentui/react-components';
import { ShieldDismiss16Regular } from '@fluentui/react-icons';
import { Link } from 'react-router';
import type { JournalLine } from '../../src/areas/journal/contract.ts';
import { cameFrom } from '../../src/areas/journal/fields.ts';
import { When } from '../components/when.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: '200px minmax(0, 1fr)',
    gap: '2px 16px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  who: { fontWeight: tokens.fontWeightSemibold },
  why: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    margin: '2px 0 0',
    color: tokens.colorNeutralForeground2,
  },
  how: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0, color: tokens.colorStatusDangerForeground1 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', marginTop: '2px', '@media print': { display: 'none' } },
  link: { color: tokens.colorBrandForegroundLink },
});

/** One entry: when, who and what; of a refusal, why; and from where and by which right, where it was noted. */
export function JournalEntry({ line }: { readonly line: JournalLine }) {
  const styles = useStyles();
  const { at, who, did, refused, why, door, right, concern, seen } = line;
  return (
    <li className={styles.entry}>
      <When instant={at} />
      <div>
        <p className={styles.text}>
          <bdi className={styles.who}>{who}</bdi> {did}
        </p>
        {refused && (
          <p className={styles.why}>
            <ShieldDismiss16Regular className={styles.icon} aria-hidden />
            <span>Refused. {why}</span>
          </p>
        )}
        {door !== undefined && (
          <p className={styles.how}>{[cameFrom[door], ...(right === undefined ? [] : [right])].join(', ')}</p>
        )}
        {(concern !== undefined || seen !== undefined) && (
          <div className={styles.ways}>
            {concern !== undefined && (
              <Link to={`/concerns/${concern}`} className={styles.link}>
                Open the concern
              </Link>
            )}
            {seen !== undefined && (
              <Link to={`/settings/journal/seen/${seen}`} className={styles.link}>
                Who has seen it
              </Link>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
