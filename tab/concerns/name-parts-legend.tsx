import { makeStyles, tokens } from '@fluentui/react-components';
import { nameLikeness } from '../../src/areas/people/fields.ts';

const useStyles = makeStyles({
  legend: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  similar: { textDecorationLine: 'underline', textDecorationStyle: 'wavy', textUnderlineOffset: '3px' },
  other: { textDecorationLine: 'underline', textDecorationStyle: 'dotted', textUnderlineOffset: '3px' },
});

/** What the lines under the parts of a name mean. */
export function NamePartsLegend() {
  const styles = useStyles();
  return (
    <span className={styles.legend}>
      In the names: <span className={styles.similar}>{nameLikeness.similar}</span>,{' '}
      <span className={styles.other}>{nameLikeness.other}</span>. The rest is as written.
    </span>
  );
}
