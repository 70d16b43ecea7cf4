import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { MeetingChannels } from '../../../src/areas/channels/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { Posted } from './posted.tsx';
import { channelsOfMeetingQuery } from './queries.ts';

/** With it comes the library that draws cards. */
const Preview = lazy(async () => ({ default: (await import('./post-preview.tsx')).Preview }));

const useStyles = makeStyles({
  // A choice is as wide as its longest option otherwise.
  field: { maxWidth: '480px', gridTemplateColumns: 'minmax(0, 1fr)', '& .fui-Select__select': { minWidth: 0 } },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Published minutes on their way to a channel: where they may go, what would stand there, and what became of it. */
export function PostToChannel({ meeting }: { readonly meeting: string }) {
  const { data, error } = useQuery(channelsOfMeetingQuery(useApi(), meeting));
  return (
    <Sheet id="post" title="Post to a channel">
      {error && <Notice intent="warning">{error.message}</Notice>}
      {data ? <Choice meeting={meeting} {...data} /> : !error && <Loading label="Loading the channels" rows={2} />}
    </Sheet>
  );
}

const standing: readonly string[] = ['queued', 'sending', 'sent', 'in-doubt'];

function Choice({ meeting, channels, posts }: MeetingChannels & { readonly meeting: string }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState('');
  const [told, setTold] = useState<string>();
  const taken = new Set(
    posts.filter(({ addendum, state }) => !addendum && standing.includes(state)).map(({ channelOf }) => channelOf),
  );
  const open = channels.filter(({ id, status }) => status === 'in-use' && !taken.has(id));
  const channel = open.find(({ id }) => id === chosen);
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {posts.length > 0 && <Posted meeting={meeting} posts={posts} />}
      {channels.length === 0 && (
        <p className={styles.hint}>
          No channel is set up for minutes of this kind. A safeguarding lead sets it up under Meetings, Channels.
        </p>
      )}
      {open.length > 0 && (
        <Field
          className={styles.field}
          label="Channel"
          hint="You see what would be posted, and who would read it, before anything is."
        >
          <Select
            value={channel?.id ?? ''}
            onChange={(_, { value }) => {
              setTold(undefined);
              setChosen(value);
            }}
          >
            <option value="">Choose a channel</option>
            {open.map(({ id, teamName, name }) => (
              <option key={id} value={id}>
                {`${teamName}, ${name}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {channel && (
        <Suspense fallback={<Loading label="Looking into the channel" rows={6} />}>
          <Preview
            key={channel.id}
            meeting={meeting}
            channel={channel}
            done={(text) => {
              setChosen('');
              setTold(text);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
