import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingGuide } from '../../src/areas/meetings/contract.ts';
import { Sheet } from '../people/sheet.tsx';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '10px', margin: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: '20px' },
});

/** For whoever goes there for the school: what the meeting decides, what is asked, what to bring, and what to do if one does not agree. */
export function GuideSheet({ guide: { decides, asks, bring, disagree } }: { readonly guide: MeetingGuide }) {
  const styles = useStyles();
  return (
    <Sheet id="guide" title="If you go there for the school">
      <dl className={styles.parts}>
        <div>
          <dt className={styles.label}>What it decides</dt>
          <dd className={styles.text}>{decides}</dd>
        </div>
        <div>
          <dt className={styles.label}>What is asked of the school</dt>
          <dd className={styles.text}>{asks}</dd>
        </div>
        <div>
          <dt className={styles.label}>What to bring</dt>
          <dd className={styles.text}>
            <ul className={styles.list}>
              {bring.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt className={styles.label}>If you do not agree</dt>
          <dd className={styles.text}>{disagree}</dd>
        </div>
      </dl>
    </Sheet>
  );
}
