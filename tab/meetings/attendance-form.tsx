import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoldMeetingRequest, MeetingDetail, MeetingPersonItem } from '../../src/areas/meetings/contract.ts';
import { attendance, invitedAs } from '../../src/areas/meetings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useChildName } from '../components/child-name.tsx';
import { Notice } from '../components/notice.tsx';
import { Sheet } from '../people/sheet.tsx';

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  people: { display: 'grid', gap: '4px', gridTemplateColumns: 'minmax(0, 1fr)' },
  person: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choices: { flexWrap: 'wrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Came = HoldMeetingRequest['attendance'][number]['attendance'];
const choices: readonly Came[] = ['attended', 'apologies', 'absent'];
const isCame = (text: string): text is Came => choices.some((one) => one === text);

/** What was said of them already. */
const saidOf = (people: readonly MeetingPersonItem[]): Readonly<Record<string, Came>> =>
  Object.fromEntries(people.flatMap(({ id, attendance: said }) => (isCame(said) ? [[id, said]] : [])));

export interface AttendanceFormProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly people: readonly MeetingPersonItem[];
  /** While the minutes are written: somebody came late. */
  readonly again?: true;
}

/** Who is here: with that the meeting is held, and its minutes begin. Nobody is ticked beforehand: it must be true. */
export function AttendanceForm({ meeting, people, again }: AttendanceFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const nameOf = useChildName();
  const [chosen, setCame] = useState<Readonly<Record<string, Came>>>({});
  const came = { ...saidOf(people), ...chosen };
  const [told, setTold] = useState(false);
  const act = useAct<Omit<HoldMeetingRequest, 'form'>>({
    send: (request) => api.holdMeeting(meeting.id, request).then(() => setTold(true)),
    decided: async () => {
      await queries.invalidateQueries({ queryKey: ['meeting', meeting.id] });
      await queries.invalidateQueries({ queryKey: ['minutes', meeting.id] });
      if (!again) document.querySelector<HTMLElement>('h1')?.focus();
    },
  });
  const start = () => {
    setTold(false);
    act.press({
      rev: meeting.rev,
      attendance: people.flatMap(({ id }) => {
        const said = came[id];
        return said === undefined ? [] : [{ id, attendance: said }];
      }),
    });
  };
  return (
    <Sheet id="attendance" title="Who is here?">
      <p className={styles.intro}>
        Whoever is left open stays as they answered. Whoever comes late is ticked then, until the minutes are agreed.
      </p>
      <div className={styles.people}>
        {people.map(({ id, as, name, agencyName }) => (
          <Field
            key={id}
            className={styles.person}
            label={[as === 'family' ? nameOf(name) : name, agencyName ?? (as === 'staff' ? undefined : invitedAs[as])]
              .filter((part) => part !== undefined)
              .join(', ')}
          >
            <RadioGroup
              layout="horizontal"
              className={styles.choices}
              value={came[id] ?? ''}
              onChange={(_, { value }) => isCame(value) && setCame({ ...chosen, [id]: value })}
            >
              {choices.map((one) => (
                <Radio key={one} value={one} label={attendance[one]} />
              ))}
            </RadioGroup>
          </Field>
        ))}
      </div>
      {told && again && <Notice intent="success">Who was there is saved.</Notice>}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={act.sending} onClick={start}>
          {act.sending ? 'Saving…' : again ? 'Save who is here' : 'Start the minutes'}
        </Button>
        <Button
          onClick={() => setCame({ ...Object.fromEntries(people.map(({ id }) => [id, 'attended' as const])), ...came })}
        >
          {Object.keys(came).length === 0 ? 'Everybody came' : 'Everybody else came'}
        </Button>
      </div>
    </Sheet>
  );
}
