import { makeStyles, tokens } from '@fluentui/react-components';
import type { ListedBy, SeenBy, SeenPage } from '../../src/areas/journal/contract.ts';
import { cameFrom } from '../../src/areas/journal/fields.ts';
import { absoluteTime } from '../components/school-time.ts';

const useStyles = makeStyles({
  part: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  inner: { margin: '4px 0 0', paddingLeft: '20px' },
});

const often = (times: number) =>
  times === 1 ? 'once' : times === 2 ? 'twice' : `${times.toLocaleString('en-GB')} times`;

/** `3 times, first Thu, 10 Dec 2026, 08:05, last …`. */
const spanOf = ({ times, first, last }: ListedBy | SeenBy): string =>
  times === 1
    ? `once, ${absoluteTime(last)}`
    : `${often(times)}, first ${absoluteTime(first)}, last ${absoluteTime(last)}`;

/** Who has seen a case or acted on it, by person; and apart from that, who had it before them in a list. */
export function SeenList({ page }: { readonly page: SeenPage }) {
  const styles = useStyles();
  const { opened, listed, more, indexedTo } = page;
  return (
    <>
      <h3 className={styles.part}>Opened it or acted on it</h3>
      {opened.length === 0 && <p className={styles.text}>Nobody yet.</p>}
      <ul className={styles.list} aria-label="Opened it or acted on it">
        {opened.map((by) => (
          <li key={`${by.name} ${by.first}`} className={styles.entry}>
            <bdi className={styles.name}>{by.name}</bdi> <span className={styles.text}>{spanOf(by)}</span>
            <details>
              <summary>
                {by.times > by.lines.length ? `The newest ${by.lines.length}, one by one` : 'One by one'}
              </summary>
              <ol className={styles.inner}>
                {by.lines.map(({ at, did, refused, door, right }, place) => (
                  <li key={`${at} ${place}`}>
                    {absoluteTime(at)}: {did}
                    {refused && ' (refused)'}
                    {door !== undefined && `. ${[cameFrom[door], ...(right === undefined ? [] : [right])].join(', ')}`}
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
      {listed.length > 0 && (
        <>
          <h3 className={styles.part}>Had it before them in a list, among others</h3>
          <ul className={styles.list} aria-label="Had it before them in a list">
            {listed.map((by) => (
              <li key={`${by.name} ${by.first}`} className={styles.entry}>
                <bdi className={styles.name}>{by.name}</bdi> <span className={styles.text}>{spanOf(by)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {more && <p className={styles.text}>There are older entries, which are not counted here.</p>}
      {indexedTo !== undefined && (
        <p className={styles.text}>
          Lantern is still going through the journal
          {indexedTo !== '' && `: what was done after ${absoluteTime(indexedTo)} is not counted here yet`}.
        </p>
      )}
    </>
  );
}
