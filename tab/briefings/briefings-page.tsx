import { Button, makeStyles } from '@fluentui/react-components';
import { Megaphone20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { BriefingDesk } from '../../src/areas/briefings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { WayBack } from '../concerns/way-back.tsx';
import { Sheet } from '../people/sheet.tsx';
import { briefingsQuery } from './queries.ts';
import { SentList } from './sent-list.tsx';
import { ToReadList } from './to-read-list.tsx';
import { peopleText, unreachableText } from './words.ts';

/** Asked for with the press: most who look at the list send none. */
const SendBriefingForm = lazy(async () => ({ default: (await import('./send-briefing-form.tsx')).SendBriefingForm }));

const useStyles = makeStyles({
  buttons: { padding: '12px 0 16px', '@media print': { display: 'none' } },
  form: { paddingBottom: '16px' },
});

/** What one has to read, and for who leads safeguarding what was sent and who has read it. */
export function BriefingsPage() {
  const query = useQuery(briefingsQuery(useApi()));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current="Briefings" />
      <main>
        <PanelHead
          title="Briefings"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && <Briefings desk={shown} />}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Loading the briefings" rows={5} />}
      </main>
    </>
  );
}

function Briefings({ desk: { toRead, sent, schools } }: { readonly desk: BriefingDesk }) {
  const styles = useStyles();
  const [writing, setWriting] = useState(false);
  const [told, setTold] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const mine = schools.filter(({ id }) => sent?.maySend.includes(id));
  const close = () => {
    setWriting(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  // What waits for oneself comes before what one sent, unless there is nothing.
  const first = toRead.some(({ readAt }) => readAt === undefined) || !sent;
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {mine.length > 0 && !writing && (
        <div ref={opener} className={styles.buttons}>
          <Button
            appearance="primary"
            icon={<Megaphone20Regular />}
            onClick={() => {
              setTold(undefined);
              setWriting(true);
            }}
          >
            Send a briefing
          </Button>
        </div>
      )}
      {writing && (
        <div className={styles.form}>
          <Sheet id="send" title="Send a briefing">
            <Suspense fallback={<Loading label="Opening the form" rows={5} />}>
              <SendBriefingForm
                schools={mine}
                cancel={close}
                done={({ asked, unreachable }) => {
                  close();
                  setTold(
                    asked === 0
                      ? 'Kept. Nobody is asked by name: open it below and post it in channels.'
                      : `Sent: ${peopleText(asked)} asked to read it.${unreachableText(unreachable)}`,
                  );
                }}
              />
            </Suspense>
          </Sheet>
        </div>
      )}
      {first && <ToReadList items={toRead} />}
      {sent && <SentList page={sent} schools={schools} />}
      {!first && toRead.length > 0 && <ToReadList items={toRead} />}
    </>
  );
}
