import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useApi } from '../../api/api-context.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { channelsOfMeetingQuery } from './queries.ts';

/** With it comes the library that draws cards. */
const Preview = lazy(async () => ({ default: (await import('./post-preview.tsx')).Preview }));

/** Published minutes on their way to a channel: where they may go, what would stand there, and what became of it. */
export function PostToChannel({ meeting }: { readonly meeting: string }) {
  const { data, error } = useQuery(channelsOfMeetingQuery(useApi(), meeting));
  return (
    <Sheet id="post" title="Post to a channel">
      {error && <Notice intent="warning">{error.message}</Notice>}
      {data ? (
        <ChannelChoice
          of={['meeting', meeting]}
          {...data}
          none="No channel is set up for minutes of this kind. A safeguarding lead sets it up under Meetings, Channels."
          preview={(channel, done) => <Preview meeting={meeting} channel={channel} done={done} />}
        />
      ) : (
        !error && <Loading label="Loading the channels" rows={2} />
      )}
    </Sheet>
  );
}
