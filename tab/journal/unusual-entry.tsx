import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import type { UnusualReader } from '../../src/areas/journal/contract.ts';
import { absoluteTime, dayOfWeek, timeOfDay } from '../components/school-time.ts';

const useStyles = makeStyles({
  entry: {
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    overflowWrap: 'anywhere',
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: '4px 0 0', paddingLeft: '20px', display: 'grid', gap: '4px' },
  link: { color: tokens.colorBrandForegroundLink },
});

const between = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `between ${timeOfDay(Date.parse(from))} and ${timeOfDay(Date.parse(to))} on ${dayOfWeek(from)}`;

const hourText = (hour: NonNullable<UnusualReader['hour']>): string =>
  `Opened ${hour.cases} different cases ${between(hour)}; ` +
  (hour.before === 0
    ? 'they opened none in the four weeks before.'
    : `their most in the four weeks before was ${hour.before}.`);

/** What was unusual in one person's reading, with its numbers. */
export function UnusualEntry({ reader }: { readonly reader: UnusualReader }) {
  const styles = useStyles();
  const { name, hour, refusals, ownName, breakGlass } = reader;
  return (
    <li className={styles.entry}>
      <h2 className={styles.name}>
        <bdi>{name}</bdi>
      </h2>
      <ul className={styles.list}>
        {breakGlass.map(({ at }) => (
          <li key={at}>Opened a child’s file by break-glass: {absoluteTime(at)}.</li>
        ))}
        {hour && <li>{hourText(hour)}</li>}
        {ownName.map(({ ref, at, seen }) => (
          <li key={ref}>
            {`Opened ${ref}, whose child has the same family name as they have; last ${absoluteTime(at)}. `}
            {seen !== undefined && (
              <Link to={`/settings/journal/seen/${seen}`} className={styles.link} aria-label={`Who has seen ${ref}`}>
                Who has seen it
              </Link>
            )}
          </li>
        ))}
        {refusals && <li>{`${refusals.times} refusals ${between(refusals)}: not theirs to see, or not there.`}</li>}
      </ul>
    </li>
  );
}
