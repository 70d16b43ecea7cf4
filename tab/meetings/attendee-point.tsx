import { makeStyles, tokens } from '@fluentui/react-components';
import type { AttendeeMinutes } from '../../src/areas/meetings/contract.ts';
import { actionStatus } from '../../src/areas/actions/fields.ts';
import { minuteTexts } from '../../src/areas/meetings/fields.ts';
import { schoolDate } from '../actions/school-date.ts';
import { When } from '../components/when.tsx';

const useStyles = makeStyles({
  point: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  texts: { display: 'grid', gap: '8px', margin: 0 },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, whiteSpace: 'pre-wrap' },
  actions: { display: 'grid', gap: '4px', margin: 0, paddingInlineStart: '20px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});
const texts = Object.keys(minuteTexts) as readonly (keyof typeof minuteTexts)[];

/** One point as those read it who were there, with its actions as they stand now. */
export function AttendeePoint({ point }: { readonly point: AttendeeMinutes['points'][number] }) {
  const styles = useStyles();
  if ('leftOut' in point)
    return (
      <li className={styles.point}>
        <p className={styles.quiet}>
          A point is left out here: it tells of a child whom this meeting was not about. Ask whoever chaired it.
        </p>
      </li>
    );
  return (
    <li className={styles.point}>
      <h3 className={styles.heading}>
        <bdi>{point.heading}</bdi>
      </h3>
      <dl className={styles.texts}>
        {texts.map(
          (text) =>
            point[text] && (
              <div key={text}>
                <dt className={styles.label}>{minuteTexts[text]}</dt>
                <dd className={styles.text} dir="auto">
                  {point[text]}
                </dd>
              </div>
            ),
        )}
        {point.actions.length > 0 && (
          <div>
            <dt className={styles.label}>{point.actions.length === 1 ? 'Action' : 'Actions'}</dt>
            <dd className={styles.text}>
              <ul className={styles.actions}>
                {point.actions.map(({ what, ownerName, dueOn, status }, i) => (
                  <li key={i} dir="auto">
                    {what}{' '}
                    <span className={styles.label}>
                      <bdi>{ownerName}</bdi>, by {schoolDate(dueOn)} · {actionStatus[status] ?? status}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

/** What was added after the minutes had been agreed. */
export function AttendeeAddendum({ added }: { readonly added: AttendeeMinutes['addenda'][number] }) {
  const styles = useStyles();
  if ('leftOut' in added)
    return (
      <li className={styles.quiet}>
        An addendum is left out here: it tells of a child whom this meeting was not about. Ask whoever chaired it.
      </li>
    );
  return (
    <li className={styles.point}>
      <span className={styles.quiet}>
        <bdi>{added.writtenByName}</bdi>, <When instant={added.writtenAt} />
      </span>
      <p className={styles.text} dir="auto">
        {added.words}
      </p>
    </li>
  );
}
