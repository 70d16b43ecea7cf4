import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Regular, Open16Regular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { ConfirmReadRequest, OwnBriefing } from '../../src/areas/briefings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { Answer, shownOf } from '../components/answer.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { absoluteTime } from '../components/school-time.ts';
import { WayBack } from '../components/way-back.tsx';
import { useFocusNext } from '../components/use-focus-back.ts';
import { BriefingText } from './briefing-text.tsx';
import { ownBriefingQuery } from './queries.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '16px 20px',
    marginTop: '12px',
  },
  detail: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', '@media print': { display: 'none' } },
});

/** One briefing that one was asked to read, and the button that says that one has. Opening it is a look, and noted as opened. */
export function BriefingPage() {
  const { id = '' } = useParams();
  const query = useQuery(ownBriefingQuery(useApi(), id));
  const shown = shownOf(query);
  const title = shown?.heading || 'Briefing';
  return (
    <>
      <WayBack current="Briefing" between={{ label: 'Briefings', path: '/briefings' }} />
      <main>
        <PageHeading>{title}</PageHeading>
        <Answer query={query} loading="Opening the briefing" rows={5}>
          {(briefing) => <Briefing key={id} briefing={briefing} />}
        </Answer>
      </main>
    </>
  );
}

function Briefing({ briefing }: { readonly briefing: OwnBriefing }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const goOn = useFocusNext();
  const { id, receipt, withdrawn, words, policyUrl, readBy, readAt, sentAt, sentByName } = briefing;
  const act = useAct<Omit<ConfirmReadRequest, 'form'>>({
    send: (request) => api.confirmRead(id, request),
    decided: async () => {
      await queries.invalidateQueries({ queryKey: ['own-briefing', id] });
      // The button is gone; a keyboard goes on at the heading.
      goOn();
    },
  });
  if (withdrawn)
    return (
      <Notice intent="warning">
        This briefing was withdrawn: what stood here no longer holds. You need not do anything.
      </Notice>
    );
  return (
    <>
      {readAt !== undefined && (
        <Notice intent="success">{`You confirmed on ${absoluteTime(readAt)} that you have read this.`}</Notice>
      )}
      <Card className={styles.card} aria-label="Briefing">
        <p className={styles.detail}>
          From {sentByName}, {absoluteTime(sentAt)}
          {readAt === undefined && ` · to be read by ${schoolDate(readBy)}`}
        </p>
        <BriefingText words={words} />
        {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
        <div className={styles.buttons}>
          {readAt === undefined && (
            <Button
              appearance="primary"
              icon={<Checkmark20Regular />}
              disabledFocusable={act.sending}
              onClick={() => act.press({ receipt })}
            >
              {act.sending ? 'Saving…' : 'I have read it'}
            </Button>
          )}
          {policyUrl !== undefined && (
            <Button
              as="a"
              href={policyUrl}
              target="_blank"
              rel="noreferrer noopener"
              icon={<Open16Regular />}
              iconPosition="after"
            >
              Open the policy
            </Button>
          )}
        </div>
      </Card>
    </>
  );
}
