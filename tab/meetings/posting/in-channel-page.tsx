import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentText48Regular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ChannelMinutes } from '../../../src/areas/channels/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { closing } from '../../api/closing.ts';
import { FailurePage } from '../../components/failure-page.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { StatePage } from '../../components/state-page.tsx';
import { MinutesCard } from './minutes-card.tsx';
import { NotInChannel } from './not-in-channel.tsx';
import { channelMinutesQuery } from './queries.ts';

const useStyles = makeStyles({
  head: { display: 'grid', gap: '4px', marginBottom: '16px' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  list: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  more: { marginTop: '16px' },
});

export interface InChannelProps {
  /** Id in Teams. */
  readonly channel: string;
  readonly openLink: (link: string) => void;
}

/** The minutes that stand in a channel, as its posts say them: the same for everybody who sits there. */
export function InChannelPage({ channel, openLink }: InChannelProps) {
  const styles = useStyles();
  const query = useInfiniteQuery(channelMinutesQuery(useApi(), channel));
  const { data, error, hasNextPage, isFetchingNextPage } = query;
  if (error?.code === 'not-found')
    return (
      <main>
        <NotInChannel />
      </main>
    );
  if (error && (!data || closing.has(error.code)))
    return (
      <main>
        <FailurePage code={error.code} message={error.message} level={1} retry={() => void query.refetch()} />
      </main>
    );
  return (
    <main>
      <div className={styles.head}>
        <Heading>Minutes in this channel</Heading>
        <p className={styles.hint}>
          Everybody in the channel sees the same here: what was posted, no child by name. An action that is yours is
          ticked under the post, or in your own chat with Lantern.
        </p>
      </div>
      {error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
      {data ? <Pages pages={data.pages} openLink={openLink} /> : <Loading label="Loading the minutes" rows={6} />}
      {hasNextPage && (
        <Button className={styles.more} disabled={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {isFetchingNextPage ? 'Loading older minutes' : 'Show older minutes'}
        </Button>
      )}
    </main>
  );
}

function Pages({ pages, openLink }: Pick<InChannelProps, 'openLink'> & { readonly pages: readonly ChannelMinutes[] }) {
  const styles = useStyles();
  const minutes = pages.flatMap((page) => page.minutes);
  if (minutes.length > 0)
    return (
      <ol className={styles.list} aria-label="Minutes, newest first">
        {minutes.map((one) => (
          <li key={one.post}>
            <MinutesCard minutes={one} openLink={openLink} />
          </li>
        ))}
      </ol>
    );
  return (
    <StatePage icon={<DocumentText48Regular />} title="No minutes stand here yet" level={2}>
      {pages[0]?.setUp
        ? 'When somebody posts minutes to this channel, they appear here too.'
        : 'Nobody has said yet which minutes go to this channel. A safeguarding lead does that in Lantern, under Meetings, Channels.'}
    </StatePage>
  );
}
