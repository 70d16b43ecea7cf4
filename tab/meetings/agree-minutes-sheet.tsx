import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AgendaItem,
  AgreedMinutes,
  AgreeMinutesRequest,
  MeetingDetail,
} from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { Sheet } from '../people/sheet.tsx';
import { LinesByPoint } from './lines-by-point.tsx';
import type { MinutesSaver } from './minutes-saver.ts';
import { linesSaid } from './minutes-words.ts';
import { linesQuery, minutesQuery } from './queries.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface AgreeMinutesSheetProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly agenda: readonly AgendaItem[];
  readonly saver: MinutesSaver;
  readonly mayAgree: boolean;
  /** Called with what came of it. */
  readonly agreed: (what: AgreedMinutes) => void;
}

/** The chair agrees the minutes: first it is shown what becomes of the decisions, then it is done. */
export function AgreeMinutesSheet({ meeting, agenda, saver, mayAgree, agreed }: AgreeMinutesSheetProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const lines = useQuery({ ...linesQuery(api, meeting.id), enabled: asking });
  const act = useAct<Omit<AgreeMinutesRequest, 'form'>>({
    send: async (request) => agreed(await api.agreeMinutes(meeting.id, request)),
    decided: async () => {
      await queries.invalidateQueries({ queryKey: ['minutes', meeting.id] });
      await queries.invalidateQueries({ queryKey: ['meeting', meeting.id] });
    },
  });
  /** With the revision as it is now: the first line that was typed made a new one. */
  const agree = async () => {
    setTrouble(undefined);
    if (!(await saver.settle())) {
      setTrouble('Wait until all is saved, and agree the minutes then.');
      return;
    }
    try {
      const { minutes } = await queries.query({ ...minutesQuery(api, meeting.id), staleTime: 0 });
      act.press({ rev: minutes.rev });
    } catch {
      setTrouble('Lantern could not be reached. Nothing was agreed: try again.');
    }
  };
  const said = lines.data ? linesSaid(lines.data) : [];
  const onlySource = lines.data?.onlySource ?? [];
  const bare = agenda.flatMap(({ id }, i) => (onlySource.includes(id) ? [i + 1] : []));
  const count = said.filter(({ becomes }) => becomes).length;
  return (
    <Sheet id="agree" title="Agree the minutes">
      {!mayAgree && (
        <p className={styles.text}>
          {meeting.chairName ?? 'Whoever chairs it'} agrees the minutes, once something is written. Until then everybody
          who writes them can go on.
        </p>
      )}
      {mayAgree && !asking && (
        <>
          <p className={styles.text}>
            When you agree them they are kept as they are; after that there are addenda only.
          </p>
          <div className={styles.buttons}>
            <Button
              onClick={() => {
                setAsking(true);
                void saver.save();
              }}
            >
              Look at what becomes of it
            </Button>
          </div>
        </>
      )}
      {mayAgree && asking && (
        <>
          <p className={styles.text}>
            {lines.isPending && 'Looking at the decisions…'}
            {lines.error && 'What becomes of the decisions could not be looked up.'}
            {lines.data &&
              (said.length === 0
                ? 'No line of a decision gives somebody something to do.'
                : `${count} of ${said.length} lines with “@” become actions. What becomes none stays in the minutes as it is written.`)}
          </p>
          <LinesByPoint agenda={agenda} lines={said} />
          {bare.length > 0 && (
            <Notice intent="warning">{`${bare.length === 1 ? 'Point' : 'Points'} ${bare.join(', ')}: only lines of the transcript, and no words of your own. Write what was said and decided, or take the lines away.`}</Notice>
          )}
          {(trouble ?? act.failure?.message) !== undefined && (
            <Notice intent="error">{trouble ?? act.failure?.message ?? ''}</Notice>
          )}
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={act.sending} onClick={() => void agree()}>
              {act.sending ? 'Agreeing…' : 'Agree the minutes'}
            </Button>
            <Button appearance="subtle" onClick={() => setAsking(false)}>
              Not yet
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
