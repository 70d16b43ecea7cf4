import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import * as Y from 'yjs';
import { minutesDraft, type AgendaItem, type MeetingChildItem } from '../../src/areas/meetings/contract.ts';
import { agendaState, agendaWhy } from '../../src/areas/meetings/fields.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Heading } from '../components/heading.tsx';
import { Loading } from '../components/loading.tsx';
import { fromBase64 } from './base64.ts';
import { DecisionLines } from './decision-lines.tsx';
import { kindText } from './meeting-words.ts';
import { linesSaid } from './minutes-words.ts';
import { StageDecision } from './stage-decision.tsx';
import { linesQuery, meetingQuery, minutesQuery, stageQuery } from './queries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '12px', listStyleType: 'none', margin: '16px 0', padding: 0 },
  point: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '16px 20px',
    fontSize: tokens.fontSizeBase400,
    overflowWrap: 'anywhere',
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/**
 * What may be said of a point where a whole room looks on. A child is a letter; a heading that somebody wrote is left out, for the
 * agenda is not gone over as the decisions are.
 */
function safeText({ why, heading, concern, action }: AgendaItem, children: readonly MeetingChildItem[]): string {
  if (action) return `${agendaWhy[why] ?? why}: ${action.ownerName}, due ${schoolDate(action.dueOn)}`;
  if (concern) {
    const [found, another] = children.filter(({ name }) => name === concern.childName);
    return found && !another ? `A concern about ${found.label}` : 'A concern';
  }
  return why === 'standing' && heading !== undefined ? heading : (agendaWhy[why] ?? why);
}

/** Minutes on the stage of a Teams meeting: where the meeting stands and who does what by when, and no name of a child, ever. */
export function StagePage() {
  const styles = useStyles();
  const { id = '' } = useParams();
  const api = useApi();
  const [meeting, minutes] = [useQuery(meetingQuery(api, id)), useQuery(minutesQuery(api, id))];
  const draft = minutes.data?.minutes.draft ?? '';
  const states = useMemo(() => {
    const document = new Y.Doc();
    if (draft !== '') Y.applyUpdate(document, fromBase64(draft));
    return document.getMap(minutesDraft.states);
  }, [draft]);
  const lines = useQuery({ ...linesQuery(api, id), enabled: draft !== '', refetchInterval: 20_000 });
  const decisions = useQuery({ ...stageQuery(api, id), enabled: draft !== '' });
  const said = draft !== '' && lines.data ? linesSaid({ ...lines.data, left: [] }) : [];
  const error = meeting.error ?? minutes.error;
  if (error && (closing.has(error.code) || !meeting.data))
    return (
      <main>
        <FailurePage
          code={error.code}
          message={error.message}
          level={1}
          retry={() => void Promise.all([meeting.refetch(), minutes.refetch()])}
        />
      </main>
    );
  if (!meeting.data)
    return (
      <main>
        <Loading label="Opening the minutes" rows={6} />
      </main>
    );
  const { meeting: shown, agenda, children } = meeting.data;
  const stateOf = (item: AgendaItem) => {
    const state = states.get(item.id) ?? item.state;
    return state === 'decided' || state === 'carried' ? state : undefined;
  };
  return (
    <main>
      <Heading>{kindText(shown.kind)}</Heading>
      <ol className={styles.list} aria-label="Agenda">
        {agenda.map((item, i) => {
          const state = stateOf(item);
          return (
            <li key={item.id}>
              <Card className={styles.point}>
                <span>
                  {i + 1}. {safeText(item, children)}
                </span>
                {state && (
                  <Badge appearance="tint" color={state === 'decided' ? 'success' : 'informative'}>
                    {agendaState[state]}
                  </Badge>
                )}
                <StageDecision decision={decisions.data?.points.find(({ point }) => point === item.id)} />
                <DecisionLines lines={said.filter(({ point }) => point === item.id)} />
              </Card>
            </li>
          );
        })}
      </ol>
      <p className={styles.note}>
        {decisions.data?.shown === false
          ? 'Decisions of this kind of meeting are shown in the minutes only.'
          : 'Decisions are shown without names of children. Whatever else is written is shown in the minutes only.'}
      </p>
    </main>
  );
}
