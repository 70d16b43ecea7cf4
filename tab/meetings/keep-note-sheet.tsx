import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgendaItem, AgreedMinutes, KeepNoteRequest, MeetingDetail } from '../../src/areas/meetings/contract.ts';
import { meetingFields } from '../../src/areas/meetings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { Sheet } from '../people/sheet.tsx';
import { LinesByPoint } from './lines-by-point.tsx';
import type { MinutesSaver } from './minutes-saver.ts';
import { linesSaid } from './minutes-words.ts';
import { linesQuery, minutesQuery } from './queries.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  day: { maxWidth: '240px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface KeepNoteSheetProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly agenda: readonly AgendaItem[];
  readonly saver: MinutesSaver;
  readonly mayKeep: boolean;
  /** Called with what came of it. */
  readonly kept: (what: AgreedMinutes) => void;
}

/** What was written of another body’s meeting becomes the school’s own note: whether the school agreed, when it goes on, and then it is kept. */
export function KeepNoteSheet({ meeting, agenda, saver, mayKeep, kept }: KeepNoteSheetProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [dissent, setDissent] = useState('');
  const [nextOn, setNextOn] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const lines = useQuery({ ...linesQuery(api, meeting.id), enabled: mayKeep });
  const act = useAct<Omit<KeepNoteRequest, 'form'>>({
    send: async (request) => kept(await api.keepNote(meeting.id, request)),
    decided: async () => {
      await queries.invalidateQueries({ queryKey: ['minutes', meeting.id] });
      await queries.invalidateQueries({ queryKey: ['meeting', meeting.id] });
    },
  });
  if (!mayKeep)
    return (
      <Sheet id="keep" title="Keep the note">
        <p className={styles.text}>
          Once something is written, it can be kept as the school’s own note by a safeguarding lead or the minute-taker.
        </p>
      </Sheet>
    );
  /** With the revision as it is now: the first line that was typed made a new one. */
  const keep = async () => {
    setTrouble(undefined);
    if (!(await saver.settle())) {
      setTrouble('Wait until all is saved, and keep the note then.');
      return;
    }
    try {
      const { minutes } = await queries.query({ ...minutesQuery(api, meeting.id), staleTime: 0 });
      const why = dissent.trim();
      act.press({ rev: minutes.rev, ...(why !== '' && { dissent: why }), ...(nextOn !== '' && { nextOn }) });
    } catch {
      setTrouble('Lantern could not be reached. Nothing was kept: try again.');
    }
  };
  const said = lines.data ? linesSaid(lines.data) : [];
  const count = said.filter(({ becomes }) => becomes).length;
  const fault = act.failure?.fields?.['nextOn'];
  return (
    <Sheet id="keep" title="Keep the note">
      <p className={styles.text}>
        It stays as it is written, as the school’s own note; after that there are addenda only. Nobody here agrees the
        minutes of this meeting.
      </p>
      <TextField
        label="If the school did not agree: why"
        hint="What the school saw otherwise, and whether it is taken further. Leave it empty where the school agreed."
        max={meetingFields.dissent.max}
        value={dissent}
        change={setDissent}
        required={false}
      />
      <Field className={styles.day} label="Next meeting on" {...(fault && { validationMessage: fault })}>
        <Input type="date" value={nextOn} onChange={(_, { value }) => setNextOn(value)} />
      </Field>
      {said.length > 0 && (
        <p className={styles.text}>
          {count} of {said.length} lines with “@” become actions. What becomes none stays in the note as it is written.
        </p>
      )}
      <LinesByPoint agenda={agenda} lines={said} />
      {(trouble ?? act.failure?.message) !== undefined && (
        <Notice intent="error">{trouble ?? act.failure?.message ?? ''}</Notice>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={act.sending} onClick={() => void keep()}>
          {act.sending ? 'Keeping…' : 'Keep as the school’s note'}
        </Button>
      </div>
    </Sheet>
  );
}
