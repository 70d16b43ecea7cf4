import { Field, Input, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
    gap: '16px',
    alignItems: 'start',
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  day: { '@media (max-width: 479px)': { gridColumn: '1 / -1' } },
});

export interface Times {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

export interface TimesFieldsProps {
  readonly times: Times;
  readonly change: (over: Partial<Times>) => void;
  readonly faults: Readonly<Record<string, string>>;
}

/** Day, beginning and end of a meeting, as calendar and clock at the school show them. */
export function TimesFields({ times, change, faults }: TimesFieldsProps) {
  const styles = useStyles();
  const part = (name: keyof Times, label: string, type: 'date' | 'time', held: string) => (
    <Field
      className={name === 'day' ? styles.day : undefined}
      label={label}
      required
      {...(faults[held] && { validationMessage: faults[held] })}
    >
      <Input type={type} value={times[name]} onChange={(_, { value }) => change({ [name]: value })} />
    </Field>
  );
  return (
    <div className={styles.line}>
      {part('day', 'Day', 'date', 'startsAt')}
      {part('from', 'From', 'time', 'from')}
      {part('to', 'To', 'time', 'endsAt')}
    </div>
  );
}
