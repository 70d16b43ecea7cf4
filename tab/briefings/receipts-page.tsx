import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AlertUrgent20Regular, ArrowUndo20Regular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { BriefingDetail, ChaseBriefingRequest } from '../../src/areas/briefings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Answer, shownOf } from '../components/answer.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { absoluteTime } from '../components/school-time.ts';
import { WayBack } from '../components/way-back.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { Sheet } from '../people/sheet.tsx';
import { BriefingText } from './briefing-text.tsx';
import { PostBulletin } from './posting/post-bulletin.tsx';
import { briefingQuery } from './queries.ts';
import { ReadBar } from './read-bar.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { WithdrawBriefingForm } from './withdraw-briefing-form.tsx';
import { audienceText, peopleText, unreachableText } from './words.ts';

const useStyles = makeStyles({
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    gap: '16px',
    alignItems: 'start',
    paddingTop: '12px',
    '@media (max-width: 859px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '12px', '@media print': { display: 'none' } },
  form: { paddingTop: '12px' },
  channels: { paddingTop: '12px', '&:empty': { display: 'none' } },
  detail: { margin: 0, color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
});

/** One briefing for whoever looks after it: who has read it and who has not, and what may be done about that. */
export function ReceiptsPage() {
  const { id = '' } = useParams();
  const query = useQuery(briefingQuery(useApi(), id));
  const shown = shownOf(query);
  const title = shown?.briefing.heading ?? 'Briefing';
  return (
    <>
      <WayBack current="Briefing" between={{ label: 'Briefings', path: '/briefings' }} />
      <main>
        <PageHeading>{title}</PageHeading>
        <Answer query={query} loading="Opening the briefing" rows={8}>
          {(detail) => <Parts key={id} detail={detail} />}
        </Answer>
      </main>
    </>
  );
}

function Parts({ detail: { briefing, receipts } }: { readonly detail: BriefingDetail }) {
  const styles = useStyles();
  const { asked, read, policyUrl, words, readBy, sentAt, sentByName, chasedAt, chasedByName } = briefing;
  return (
    <>
      <Acts briefing={briefing} />
      <div className={styles.channels}>
        <PostBulletin briefing={briefing.id} />
      </div>
      <div className={styles.body}>
        <Sheet id="receipts" title="Who has read it">
          <ReadBar read={read} asked={briefing.audience === 'channels' ? undefined : asked} />
          <ReceiptList receipts={receipts} />
        </Sheet>
        <Sheet id="text" title="What was sent">
          <p className={styles.detail}>
            {audienceText(briefing)} · sent {absoluteTime(sentAt)} by {sentByName} · to be read by {schoolDate(readBy)}
          </p>
          {chasedAt !== undefined && (
            <p className={styles.detail}>
              Last chased {absoluteTime(chasedAt)} by {chasedByName}
            </p>
          )}
          <BriefingText words={words} />
          {policyUrl !== undefined && (
            <a className={styles.link} href={policyUrl} target="_blank" rel="noreferrer noopener">
              {policyUrl}
            </a>
          )}
          <FiledMark filed={briefing.filed ? 'filed' : 'received'} />
        </Sheet>
      </div>
    </>
  );
}

function Acts({ briefing }: { readonly briefing: BriefingDetail['briefing'] }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [withdrawing, setWithdrawing] = useState(false);
  const [told, setTold] = useState<string>();
  const buttons = useRef<HTMLDivElement>(null);
  useFocusBack(withdrawing, buttons);
  const { id, rev, status, mayChase, mayWithdraw, withdrawnAt, withdrawnByName, reason } = briefing;
  const chase = useAct<Omit<ChaseBriefingRequest, 'form'>>({
    async send(request) {
      const { chased, unreachable } = await api.chaseBriefing(id, request);
      setTold(`Reminded: ${peopleText(chased)}.${unreachableText(unreachable)}`);
    },
    decided: () => queries.invalidateQueries({ queryKey: ['briefing', id] }),
  });
  const close = () => setWithdrawing(false);
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {status === 'withdrawn' && withdrawnAt !== undefined && (
        <Notice intent="warning">{`Withdrawn ${absoluteTime(withdrawnAt)} by ${withdrawnByName ?? ''}. ${reason ?? ''}`}</Notice>
      )}
      {chase.failure && <Notice intent="error">{chase.failure.message}</Notice>}
      {(mayChase || mayWithdraw) && !withdrawing && (
        <div ref={buttons} className={styles.buttons}>
          {mayChase && (
            <Button
              appearance="primary"
              icon={<AlertUrgent20Regular />}
              disabledFocusable={chase.sending}
              onClick={() => {
                setTold(undefined);
                chase.press({ rev });
              }}
            >
              {chase.sending ? 'Reminding…' : 'Remind who has not read it'}
            </Button>
          )}
          {mayWithdraw && (
            <Button
              icon={<ArrowUndo20Regular />}
              onClick={() => {
                setTold(undefined);
                setWithdrawing(true);
              }}
            >
              Withdraw it
            </Button>
          )}
        </div>
      )}
      {withdrawing && (
        <div className={styles.form}>
          <Sheet id="withdraw" title="Withdraw the briefing">
            <WithdrawBriefingForm briefing={briefing} cancel={close} done={close} />
          </Sheet>
        </div>
      )}
    </>
  );
}
