import { Megaphone20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { BriefingDesk } from '../../src/areas/briefings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { AddPart } from '../components/add-part.tsx';
import { ListPage } from '../components/list-page.tsx';
import { Sheet } from '../people/sheet.tsx';
import { briefingsQuery } from './queries.ts';
import { SentList } from './sent-list.tsx';
import { ToReadList } from './to-read-list.tsx';
import { peopleText, unreachableText } from './words.ts';

/** Asked for with the press: most who look at the list send none. */
const SendBriefingForm = lazy(async () => ({ default: (await import('./send-briefing-form.tsx')).SendBriefingForm }));

/** What one has to read, and for who leads safeguarding what was sent and who has read it. */
export function BriefingsPage() {
  const query = useQuery(briefingsQuery(useApi()));
  return (
    <ListPage query={query} title="Briefings" loading="Loading the briefings">
      {(desk) => <Briefings desk={desk} />}
    </ListPage>
  );
}

function Briefings({ desk: { toRead, sent, schools } }: { readonly desk: BriefingDesk }) {
  const [told, setTold] = useState<string>();
  const mine = schools.filter(({ id }) => sent?.maySend.includes(id));
  // What waits for oneself comes before what one sent, unless there is nothing.
  const first = toRead.some(({ readAt }) => readAt === undefined) || !sent;
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {mine.length > 0 && (
        <AddPart label="Send a briefing" icon={<Megaphone20Regular />} begun={() => setTold(undefined)}>
          {(close) => (
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
          )}
        </AddPart>
      )}
      {first && <ToReadList items={toRead} />}
      {sent && <SentList page={sent} schools={schools} />}
      {!first && toRead.length > 0 && <ToReadList items={toRead} />}
    </>
  );
}
