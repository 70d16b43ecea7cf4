import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Suspense, useState, type ReactNode } from 'react';
import type { BulletinPostItem, MeetingChannel } from '../../../src/areas/channels/contract.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { Posted } from './posted.tsx';

const useStyles = makeStyles({
  // A choice is as wide as its longest option otherwise.
  field: { maxWidth: '480px', gridTemplateColumns: 'minmax(0, 1fr)', '& .fui-Select__select': { minWidth: 0 } },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ChannelChoiceProps {
  /** The view whose part this is, as queries are named. */
  readonly of: readonly [view: string, id: string];
  readonly channels: readonly MeetingChannel[];
  readonly posts: readonly BulletinPostItem[];
  /** Said where there is no channel at all. */
  readonly none: string;
  /** Whether anything may be posted still; what was posted stays. */
  readonly open?: boolean;
  /** What would be posted to the channel, with the button that does; `done` is called with what to say. */
  readonly preview: (channel: MeetingChannel, done: (text: string) => void) => ReactNode;
}

const standing: readonly string[] = ['queued', 'sending', 'sent', 'in-doubt'];

/** What was posted, and the choice of a channel in which it does not stand yet. */
export function ChannelChoice({ of, channels, posts, none, open: mayPost = true, preview }: ChannelChoiceProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState('');
  const [told, setTold] = useState<string>();
  const taken = new Set(
    posts.filter(({ addendum, state }) => !addendum && standing.includes(state)).map(({ channelOf }) => channelOf),
  );
  const open = mayPost ? channels.filter(({ id, status }) => status === 'in-use' && !taken.has(id)) : [];
  const channel = open.find(({ id }) => id === chosen);
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {posts.length > 0 && <Posted of={of} posts={posts} />}
      {channels.length === 0 && <p className={styles.hint}>{none}</p>}
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
        <Suspense key={channel.id} fallback={<Loading label="Looking into the channel" rows={6} />}>
          {preview(channel, (text) => {
            setChosen('');
            setTold(text);
          })}
        </Suspense>
      )}
    </>
  );
}
