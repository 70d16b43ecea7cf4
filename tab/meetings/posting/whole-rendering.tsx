import { makeStyles, tokens } from '@fluentui/react-components';
import type { WholeRendering } from '../../../src/areas/meetings/contract.ts';
import { minuteTexts } from '../../../src/areas/meetings/fields.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { useNames } from '../../components/child-name.tsx';
import { GivenContributions } from '../given-contributions.tsx';

const useStyles = makeStyles({
  points: { display: 'grid', gap: '14px', margin: 0, padding: 0, listStyleType: 'none' },
  point: { display: 'grid', gap: '4px', overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, whiteSpace: 'pre-wrap' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});
const texts = Object.keys(minuteTexts) as readonly (keyof typeof minuteTexts)[];

/** Minutes as those may read them who may know the names in them. Not shown while names are hidden on the screen. */
export function WholeMinutes({ rendering }: { readonly rendering: WholeRendering }) {
  const styles = useStyles();
  const { hidden } = useNames();
  if (hidden)
    return (
      <p className={styles.quiet}>Names are hidden on this screen, so this is not shown. Show names to read it.</p>
    );
  const said = rendering.points.filter((point) => point.actions.length > 0 || texts.some((text) => point[text]));
  return (
    <div className={styles.points}>
      <GivenContributions items={rendering.contributions} />
      {said.length === 0 ? (
        <p className={styles.quiet}>Nothing was written.</p>
      ) : (
        <ol className={styles.points}>
          {said.map((point) => (
            <li key={point.id} className={styles.point}>
              <h4 className={styles.heading}>
                <bdi>{point.heading}</bdi>
              </h4>
              {texts.map(
                (text) =>
                  point[text] && (
                    <div key={text}>
                      <span className={styles.label}>{minuteTexts[text]}</span>
                      <p className={styles.text} dir="auto">
                        {point[text]}
                      </p>
                    </div>
                  ),
              )}
              {point.actions.map(({ id, what, ownerName, dueOn }) => (
                <p key={id} className={styles.text} dir="auto">
                  {`${what} (${ownerName}, by ${schoolDate(dueOn)})`}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
