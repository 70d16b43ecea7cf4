import { makeStyles, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Teams, TabInChannel } from '../../app/join-teams.ts';
import { useApi } from '../../api/api-context.ts';
import { FailurePage } from '../../components/failure-page.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { NotInChannel } from './not-in-channel.tsx';
import { channelMinutesQuery } from './queries.ts';

const useStyles = makeStyles({
  main: { display: 'grid', gap: '14px', maxWidth: '72ch', lineHeight: tokens.lineHeightBase400 },
  list: { display: 'grid', gap: '8px', margin: 0, paddingLeft: '20px' },
});

/** What is kept of the tab in Teams: no id of anything, and nobody’s name. */
const inChannel: TabInChannel = { path: '/tab/channel', entity: 'channel-minutes', name: 'Minutes' };

export interface ChannelSettingsProps {
  /** Id in Teams. */
  readonly channel: string;
  /** Absent where Teams is not about to put the tab anywhere. */
  readonly put: Teams['putIntoChannel'] | undefined;
}

/** What somebody reads who is about to put the tab into a channel: what it shows, to whom, and what is still to be done. */
export function ChannelSettings({ channel, put }: ChannelSettingsProps) {
  const styles = useStyles();
  const query = useInfiniteQuery(channelMinutesQuery(useApi(), channel));
  const { data, error } = query;
  const ready = data !== undefined && !error;
  useEffect(() => put?.(ready ? inChannel : undefined), [put, ready]);
  if (error?.code === 'not-found')
    return (
      <main>
        <NotInChannel />
      </main>
    );
  if (error)
    return (
      <main>
        <FailurePage code={error.code} message={error.message} level={1} retry={() => void query.refetch()} />
      </main>
    );
  return (
    <main className={styles.main}>
      <Heading>Minutes in this channel</Heading>
      <ul className={styles.list}>
        <li>
          The tab shows the minutes that are posted to this channel, as the posts say them: decisions and actions, no
          child by name.
        </li>
        <li>Everybody in the channel sees the same, whatever their role. Nothing in it is one person’s own.</li>
        <li>Guests and people of other organisations are shown nothing, also where they sit in the channel.</li>
        <li>Who opens it is noted, as every look at a record is.</li>
      </ul>
      {data ? (
        data.pages[0]?.setUp ? (
          <Notice intent="success">{put ? 'All is ready: save the tab.' : 'All is ready.'}</Notice>
        ) : (
          <Notice intent="warning">
            Nobody has said yet which minutes go to this channel, so the tab stays empty. A safeguarding lead does that
            in Lantern, under Meetings, Channels. You can add the tab already.
          </Notice>
        )
      ) : (
        <Loading label="Looking at this channel" rows={2} />
      )}
    </main>
  );
}
