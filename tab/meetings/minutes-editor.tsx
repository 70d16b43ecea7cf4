import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  minutesDraft,
  type AgreedMinutes,
  type MeetingDetail,
  type MinutesDraft,
} from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Notice } from '../components/notice.tsx';
import { AgreeMinutesSheet } from './agree-minutes-sheet.tsx';
import { AttendanceForm } from './attendance-form.tsx';
import { ConferencePart } from './conference-part.tsx';
import { KeepNoteSheet } from './keep-note-sheet.tsx';
import { MinutesPoint } from './minutes-point.tsx';
import { linesSaid, lookText } from './minutes-words.ts';
import { useStrayed } from './use-strayed.ts';
import { openMinutes } from './open-minutes.ts';
import { linesQuery } from './queries.ts';
import { useTranscript } from './transcript/use-transcript.ts';
import { ShowOnStage } from './show-on-stage.tsx';
import { SavingLine } from './saving-line.tsx';

const useStyles = makeStyles({
  points: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: '12px' },
  summary: { padding: '4px 0', cursor: 'pointer' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface MinutesEditorProps {
  readonly detail: MeetingDetail;
  readonly minutes: MinutesDraft;
  /** Whether Lantern asks Teams for transcripts. */
  readonly transcripts: boolean;
  /** When the minutes were looked at last, and what is wrong where they could not be looked at again. */
  readonly lookedAt: number;
  readonly trouble: string | undefined;
  readonly agreed: (what: AgreedMinutes) => void;
}

/** Minutes as they are written: everybody who may types into the same texts, and nobody’s words take another’s away. */
export function MinutesEditor({
  detail: { meeting, people, agenda },
  minutes,
  transcripts,
  lookedAt,
  trouble,
  agreed,
}: MinutesEditorProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [opened] = useState(() => openMinutes(api, meeting.id));
  const { document, saver, receive, leave } = opened;
  useEffect(() => receive(minutes.draft), [receive, minutes.draft]);
  useEffect(() => leave, [leave]);
  useEffect(() => {
    if (minutes.mayWrite) saver.again();
  }, [saver, lookedAt, minutes.mayWrite]);
  const state = useSyncExternalStore(saver.listen, saver.state);
  const behind = useSyncExternalStore(saver.listen, saver.isBehind);
  const saves = useSyncExternalStore(saver.listen, saver.saves);
  const named = agenda.some(({ id }) => document.getText(minutesDraft.textOf(id, 'decision')).toJSON().includes('@'));
  useEffect(() => {
    // What was there before is asked for when somebody looks at it first.
    if (saves > 0 || minutes.draft !== '') void queries.invalidateQueries({ queryKey: ['minutes-lines', meeting.id] });
  }, [queries, meeting.id, saves, minutes.draft]);
  const first = saves > 0 && minutes.status === 'held';
  useEffect(() => {
    // With the first words there is something to be agreed.
    if (first) void queries.invalidateQueries({ queryKey: ['minutes', meeting.id] });
  }, [queries, meeting.id, first]);
  const strayed = useStrayed(document, agenda);
  const lines = useQuery({ ...linesQuery(api, meeting.id), enabled: named });
  const said = named && lines.data ? linesSaid(lines.data) : [];
  const transcriptAt = useTranscript(meeting.id, transcripts && minutes.heldInTeams);
  const names = people.filter(({ as }) => as === 'staff').map(({ name }) => name);
  return (
    <div className={styles.points}>
      <SavingLine saver={saver} trouble={trouble ?? (behind ? lookText('broken') : undefined)} />
      {state.kind === 'refused' && (
        <span>
          <Button
            onClick={() => {
              saver.giveUp();
              void queries.invalidateQueries({ queryKey: ['minutes', meeting.id] });
            }}
          >
            I have copied what I need
          </Button>
        </span>
      )}
      {meeting.mayHold && (
        <details>
          <summary className={styles.summary}>
            Who is here ({people.filter((one) => one.attendance === 'attended').length} of {people.length})
          </summary>
          <AttendanceForm meeting={meeting} people={people} again />
        </details>
      )}
      <ShowOnStage meeting={meeting.id} />
      <ConferencePart meeting={meeting} document={document} />
      {agenda.length === 0 && (
        <p className={styles.none}>The agenda has no point. Add one on the meeting’s page: the minutes follow it.</p>
      )}
      {strayed && (
        <Notice intent="warning">
          Something is written about a point that is not on the agenda any more. It is kept with the minutes.
        </Notice>
      )}
      {agenda.map((item, i) => (
        <MinutesPoint
          key={item.id}
          document={document}
          kind={meeting.kind}
          item={item}
          place={i + 1}
          names={names}
          transcript={transcriptAt?.(item.id)}
          lines={said.filter(({ point }) => point === item.id)}
        />
      ))}
      {meeting.heldBySchool ? (
        <AgreeMinutesSheet {...{ meeting, agenda, saver, agreed }} mayAgree={minutes.mayAgree} />
      ) : (
        <KeepNoteSheet {...{ meeting, agenda, saver }} mayKeep={minutes.mayKeep} kept={agreed} />
      )}
    </div>
  );
}
