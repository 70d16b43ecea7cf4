import { makeStyles, tokens } from '@fluentui/react-components';
import type { HealthLine } from '../../src/areas/settings/contract.ts';
import { healthCheck, healthPart } from '../../src/areas/settings/fields.ts';
import { CopyCommand } from './copy-command.tsx';
import { commandIn } from './health-words.ts';
import { StateMark } from './state-mark.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: '152px minmax(0, 1fr)',
    gap: '4px 16px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px', overflowWrap: 'anywhere' },
  label: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  place: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  says: { margin: 0 },
  mend: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    margin: '4px 0 0',
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  what: { margin: 0 },
  todo: { fontWeight: tokens.fontWeightSemibold },
});

export interface HealthEntryProps {
  readonly line: HealthLine;
  /** Of the school that it is about, where there are several. */
  readonly school?: string | undefined;
}

/** One line of the doctor's: what was looked at, what was found, and what to do. */
export function HealthEntry({ line: { check, state, says, mend }, school }: HealthEntryProps) {
  const styles = useStyles();
  // A check that this build does not know yet is shown all the same.
  const { label, part } = healthCheck[check] ?? { label: check, part: 'machine' };
  const command = mend === undefined ? undefined : commandIn(mend);
  return (
    <li className={styles.entry}>
      <StateMark state={state} />
      <div className={styles.text}>
        <p className={styles.label}>
          {label} <span className={styles.place}>· {school ?? healthPart[part]}</span>
        </p>
        <p className={styles.says}>{says}</p>
        {mend !== undefined && (
          <div className={styles.mend}>
            <p className={styles.what}>
              <span className={styles.todo}>What to do: </span>
              {mend}
            </p>
            {command !== undefined && <CopyCommand command={command} />}
          </div>
        )}
      </div>
    </li>
  );
}
