import { makeStyles, tokens } from '@fluentui/react-components';
import type { Printed } from '../../src/areas/journal/contract.ts';
import { usePerson } from '../api/person.ts';
import { absoluteTime } from './school-time.ts';

const useStyles = makeStyles({
  head: {
    display: 'none',
    paddingBottom: '12px',
    marginBottom: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media print': { display: 'block' },
  },
  school: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
});

export interface PrintHeadProps {
  /** What the paper is, without a name: `safeguarding record C-2026-0146`. */
  readonly what: string;
  /** As the journal has it; nothing before it was asked for. */
  readonly printed: Printed | undefined;
}

/** What a sheet of paper must say by itself, because it leaves the screen: whose it is, what, who printed it and when. */
export function PrintHead({ what, printed }: PrintHeadProps) {
  const styles = useStyles();
  const person = usePerson();
  if (!printed) return null;
  return (
    <div className={styles.head}>
      <p className={styles.line}>
        <span className={styles.school}>{person?.school}</span> Confidential: {what}
      </p>
      <p className={styles.line}>
        Printed {person && `by ${person.name} `}on {absoluteTime(printed.at)}
      </p>
      <p className={styles.line}>Keep it locked away, show it only to those who need it, and shred it afterwards.</p>
    </div>
  );
}
