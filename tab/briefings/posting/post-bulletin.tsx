import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useApi } from '../../api/api-context.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { ChannelChoice } from '../../meetings/posting/channel-choice.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { channelsOfBriefingQuery } from './queries.ts';

/** With it comes the library that draws cards. */
const BulletinPreview = lazy(async () => ({ default: (await import('./bulletin-preview.tsx')).BulletinPreview }));

/** A briefing as a bulletin in channels: where it may go, what would stand there, and how many have read it where it stands. */
export function PostBulletin({ briefing }: { readonly briefing: string }) {
  const { data, error } = useQuery(channelsOfBriefingQuery(useApi(), briefing));
  // Who may not post it, and of which nothing was posted: there is nothing to say.
  if (data && !data.mayPost && data.posts.length === 0) return null;
  return (
    <Sheet id="channels" title="Post in channels">
      {error && <Notice intent="warning">{error.message}</Notice>}
      {data ? (
        <ChannelChoice
          of={['briefing', briefing]}
          channels={data.channels}
          posts={data.posts}
          open={data.mayPost}
          none="No channel is set up for this school. A safeguarding lead sets it up under Meetings, Channels."
          preview={(channel, done) => <BulletinPreview briefing={briefing} channel={channel} done={done} />}
        />
      ) : (
        !error && <Loading label="Loading the channels" rows={2} />
      )}
    </Sheet>
  );
}
