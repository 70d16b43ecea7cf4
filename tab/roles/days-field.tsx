import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { weekday, type Weekday } from '../../src/areas/people/fields.ts';

const weekdays = Object.entries(weekday) as readonly [Weekday, string][];
const useStyles = makeStyles({
  part: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  days: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface DaysFieldProps {
  readonly days: readonly Weekday[];
  readonly change: (days: readonly Weekday[]) => void;
}

/** On which days a lead is asked first. A Fluent `Field` would give each box the same id, and the first would answer for all. */
export function DaysField({ days, change }: DaysFieldProps) {
  const styles = useStyles();
  const hint = useId();
  return (
    <fieldset className={styles.part} aria-describedby={hint}>
      <legend className={styles.legend}>Days on which they are asked first</legend>
      <div className={styles.days}>
        {weekdays.map(([day, name]) => (
          <Checkbox
            key={day}
            label={name}
            checked={days.includes(day)}
            onChange={(_, { checked }) => change(checked ? [...days, day] : days.filter((one) => one !== day))}
          />
        ))}
      </div>
      <div id={hint} className={styles.hint}>
        When nobody is on duty, Lantern tells those whose day it is; if it is nobody’s, all of them. It changes nothing
        of what they may see. None ticked: every day.
      </div>
    </fieldset>
  );
}
