import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type * as Y from 'yjs';
import { minutesDraft, type MeetingDetail } from '../../src/areas/meetings/contract.ts';
import { conferenceOutcome } from '../../src/areas/meetings/fields.ts';
import { Sheet } from '../people/sheet.tsx';
import { isConference } from './minutes-prompts.ts';
import { useJointValue } from './use-joint-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', color: tokens.colorNeutralForeground2 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '420px' },
});

export interface ConferencePartProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly document: Y.Doc;
}

/** Of a meeting that another body holds: whose minutes are the official ones, what it decides, and how a conference ended. */
export function ConferencePart({ meeting: { kind, heldBySchool, heldByName, guide }, document }: ConferencePartProps) {
  const styles = useStyles();
  const [outcome, setOutcome] = useJointValue(document.getMap(minutesDraft.meeting), 'outcome');
  if (heldBySchool) return null;
  return (
    <Sheet id="conference" title="The school’s own note">
      <p className={styles.text}>
        {heldByName ?? 'Another body'} holds this meeting, and its minutes are the official ones. What is written here
        is what the school needs to know, and what it said.
      </p>
      {guide && (
        <ul className={styles.list}>
          <li>{guide.decides}</li>
          <li>{guide.asks}</li>
          <li>{guide.disagree}</li>
        </ul>
      )}
      {isConference(kind) && (
        <Field className={styles.field} label="Outcome of the conference">
          <Select
            value={typeof outcome === 'string' ? outcome : ''}
            onChange={(_, { value }) => setOutcome(value === '' ? undefined : value)}
          >
            <option value="">Not decided yet</option>
            {Object.entries(conferenceOutcome).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Sheet>
  );
}
