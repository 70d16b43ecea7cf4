import { makeStyles, tokens } from '@fluentui/react-components';
import type { MinutesDraft } from '../../src/areas/meetings/contract.ts';
import { conferenceOutcome } from '../../src/areas/meetings/fields.ts';
import { schoolDate } from '../actions/school-date.ts';
import { When } from '../components/when.tsx';
import { Sheet } from '../people/sheet.tsx';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: { display: 'grid', gap: '10px', margin: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The school’s own note apart from its points: the outcome, whether the school agreed, when it goes on, and what the official minutes have wrong. */
export function KeptNote({ minutes: { note, inaccuracies } }: { readonly minutes: MinutesDraft }) {
  const styles = useStyles();
  if (!note && !inaccuracies) return null;
  const facts: readonly (readonly [string, string] | false | undefined)[] = [
    note?.outcome !== undefined && ['Outcome of the conference', conferenceOutcome[note.outcome] ?? note.outcome],
    note?.dissent !== undefined && ['The school did not agree', note.dissent],
    note?.nextOn !== undefined && ['Next meeting', schoolDate(note.nextOn)],
    inaccuracies && [
      `Wrong in the official minutes (${inaccuracies.sentOn === undefined ? 'not sent on yet' : `sent on ${schoolDate(inaccuracies.sentOn)}`})`,
      inaccuracies.words,
    ],
  ];
  return (
    <Sheet id="note" title="The school’s own note">
      {note && (
        <>
          <p className={styles.text}>
            Kept by <bdi>{note.keptByName}</bdi>, <When instant={note.keptAt} />
          </p>
          <p className={styles.text}>The minutes of whoever held the meeting are the official ones.</p>
        </>
      )}
      <dl className={styles.facts}>
        {facts
          .filter((fact) => fact !== false && fact !== undefined)
          .map(([label, value]) => (
            <div key={label}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value} dir="auto">
                {value}
              </dd>
            </div>
          ))}
      </dl>
    </Sheet>
  );
}
