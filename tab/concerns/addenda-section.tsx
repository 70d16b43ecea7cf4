import { makeStyles, tokens } from '@fluentui/react-components';
import type { AddendumItem } from '../../src/areas/concerns/contract.ts';
import { Card } from '../components/card.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { When } from '../components/when.tsx';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'flex-start' },
  by: { fontWeight: tokens.fontWeightSemibold },
  words: {
    margin: '4px 0 0',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
  },
});

/** What was added after the report, each entry with its author and time. The report itself never changes. */
export function AddendaSection({ addenda }: { readonly addenda: readonly AddendumItem[] }) {
  const styles = useStyles();
  if (addenda.length === 0) return null;
  return (
    <Card className={styles.sheet} aria-labelledby="addenda">
      <h2 className={styles.title} id="addenda">
        Added later
      </h2>
      <ol className={styles.list}>
        {addenda.map(({ at, by, words, filed }, i) => (
          <li key={i}>
            <span className={styles.head}>
              <bdi className={styles.by}>{by}</bdi>
              <When instant={at} />
              <FiledMark filed={filed} />
            </span>
            <p className={styles.words} dir="auto">
              {words}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
