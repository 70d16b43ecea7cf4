import { makeStyles, tokens } from '@fluentui/react-components';
import { useNow } from '../api/clock-context.ts';
import { usePerson } from '../api/person.ts';
import { absoluteTime } from '../components/school-time.ts';

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

/** What a sheet of paper must say by itself, because it leaves the screen: whose it is, which record, who printed it and when. */
export function PrintHead({ reference }: { readonly reference: string }) {
  const styles = useStyles();
  const person = usePerson();
  const now = useNow();
  return (
    <div className={styles.head}>
      <p className={styles.line}>
        <span className={styles.school}>{person?.school}</span> Confidential: safeguarding record {reference}
      </p>
      <p className={styles.line}>
        Printed {person && `by ${person.name} `}on {absoluteTime(new Date(now).toISOString())}
      </p>
    </div>
  );
}
