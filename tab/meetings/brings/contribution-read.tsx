import { makeStyles, tokens } from '@fluentui/react-components';
import type { ContributionItem } from '../../../src/areas/meetings/contract.ts';
import { contributionTexts, familySaw } from '../../../src/areas/meetings/fields.ts';
import { useNames } from '../../components/child-name.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)', margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What is written, part by part, and what was said of the family; parts without a word are told by name alone. */
export function ContributionRead({ item }: { readonly item: ContributionItem }) {
  const styles = useStyles();
  const { hidden } = useNames();
  if (hidden)
    return (
      <p className={styles.quiet}>Names are hidden on this screen, so this is not shown. Show names to read it.</p>
    );
  const written = item.parts.filter((part) => item.texts[part] !== undefined);
  const empty = item.parts.filter((part) => item.texts[part] === undefined);
  const { given } = item;
  return (
    <>
      {written.length > 0 && (
        <dl className={styles.list}>
          {written.map((part) => (
            <div key={part}>
              <dt className={styles.term}>{contributionTexts[part] ?? part}</dt>
              <dd className={styles.words} dir="auto">
                {item.texts[part]}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {empty.length > 0 && (
        <p className={styles.quiet}>
          {written.length === 0 ? 'Nothing is written yet. It has: ' : 'Still empty: '}
          {empty.map((part) => contributionTexts[part] ?? part).join(' · ')}
        </p>
      )}
      {given?.familySaw !== undefined && (
        <p className={styles.words}>
          The family, before the meeting: {(familySaw[given.familySaw] ?? given.familySaw).toLowerCase()}.
          {given.whyNotSeen !== undefined && ` ${given.whyNotSeen}`}
        </p>
      )}
      {given && (
        <p className={styles.quiet}>
          Said by <bdi>{given.byName}</bdi>. It is final; what comes later is the next version.
        </p>
      )}
    </>
  );
}
