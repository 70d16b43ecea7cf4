import { makeStyles, tokens } from '@fluentui/react-components';
import type { LetterItem } from '../../src/areas/letters/contract.ts';
import { addressee as addressees } from '../../src/areas/letters/fields.ts';
import { schoolDate } from '../actions/school-date.ts';
import { ChildName } from '../components/child-name.tsx';
import { RowLink } from '../components/row-link.tsx';
import { fileText, purposeText, sentText } from './letter-words.ts';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gap: '2px',
    justifyItems: 'start',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    ':first-child': { paddingTop: 0 },
    ':last-child': { borderBottomStyle: 'none' },
  },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** One letter in a list: what it is, to whom, how it went, where it lies. */
export function LetterRow({ letter }: { readonly letter: LetterItem }) {
  const styles = useStyles();
  const { id, ref, purpose, addressee, addresseeName, agencyName, reportDueOn, sentByName } = letter;
  return (
    <li className={styles.row}>
      <RowLink to={`/letters/${id}`}>{`${purposeText(purpose)} ${ref}`}</RowLink>
      <span>
        to {/* A parent’s name is often the child’s. */}
        {addressee === 'family' ? <ChildName name={addresseeName} /> : <bdi>{addresseeName}</bdi>}
        <span className={styles.detail}> · {agencyName ?? addressees[addressee] ?? addressee}</span>
      </span>
      <span className={styles.detail}>
        {sentText(letter)} · <bdi>{sentByName}</bdi>
      </span>
      {reportDueOn !== undefined && (
        <span className={styles.detail}>report asked for by {schoolDate(reportDueOn)}</span>
      )}
      <span className={styles.detail}>{fileText(letter)}</span>
    </li>
  );
}
