import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { schoolDate } from '../actions/school-date.ts';
import { whyOff } from './days-off.ts';
import { daysOf, rhythms, type Rhythm } from './rhythm.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: '16px',
    alignItems: 'start',
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  days: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: '4px' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
  },
  fault: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

/** How a meeting is held again, as far as it is said. */
export interface RhythmDraft {
  readonly rhythm: Rhythm;
  /** `YYYY-MM-DD` */
  readonly until: string;
  /** Days that somebody has ticked or unticked against what stood there. */
  readonly turned: readonly string[];
}

/** The days on which it is held again: those of the rhythm that are ticked. */
export const alsoOn = ({ rhythm, until, turned }: RhythmDraft, day: string): readonly string[] =>
  daysOf(rhythm, day, until).filter((one) => (whyOff(one) === undefined) !== turned.includes(one));

export interface RhythmFieldProps {
  readonly draft: RhythmDraft;
  /** Of the first meeting. */
  readonly day: string;
  readonly change: (over: Partial<RhythmDraft>) => void;
  readonly faults: Readonly<Record<string, string>>;
}

/** Whether a meeting is held again, and on which days: each can be left out. */
export function RhythmField({ draft, day, change, faults }: RhythmFieldProps) {
  const styles = useStyles();
  const { rhythm, until, turned } = draft;
  const days = daysOf(rhythm, day, until);
  const held = alsoOn(draft, day);
  const turn = (one: string) =>
    change({ turned: turned.includes(one) ? turned.filter((other) => other !== one) : [...turned, one] });
  return (
    <>
      <div className={styles.line}>
        <Field label="Held again">
          <Select value={rhythm} onChange={(_, { value }) => change({ rhythm: value as Rhythm, turned: [] })}>
            {Object.entries(rhythms).map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
        {rhythm !== '' && (
          <Field label="Until" required {...(faults['until'] !== undefined && { validationMessage: faults['until'] })}>
            <Input type="date" value={until} onChange={(_, { value }) => change({ until: value })} />
          </Field>
        )}
      </div>
      {days.length > 0 && (
        <fieldset className={styles.days}>
          <legend className={styles.legend}>
            {held.length === 1 ? 'One more meeting' : `${held.length} more meetings`}
          </legend>
          <div className={styles.hint}>
            Untick what falls into your school’s holidays. What is not decided at one meeting goes on to the next.
          </div>
          <div className={styles.list}>
            {days.map((one) => {
              const why = whyOff(one);
              return (
                <Checkbox
                  key={one}
                  label={why === undefined ? schoolDate(one) : `${schoolDate(one)}, ${why}`}
                  checked={held.includes(one)}
                  onChange={() => turn(one)}
                />
              );
            })}
          </div>
        </fieldset>
      )}
      {faults['alsoOn'] !== undefined && (
        <div className={styles.fault} role="alert">
          {faults['alsoOn']}
        </div>
      )}
    </>
  );
}
