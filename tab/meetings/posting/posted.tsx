import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { BulletinPostItem, ChannelPostItem, SettlePostRequest } from '../../../src/areas/channels/contract.ts';
import { postFault, postState } from '../../../src/areas/channels/fields.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { Notice } from '../../components/notice.tsx';
import { When } from '../../components/when.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '12px', listStyleType: 'none', margin: 0, padding: 0 },
  post: { display: 'grid', gap: '4px', justifyItems: 'start', overflowWrap: 'anywhere' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
});

const colours: Readonly<Record<ChannelPostItem['state'], 'success' | 'informative' | 'warning' | 'danger'>> = {
  queued: 'informative',
  sending: 'informative',
  sent: 'success',
  'in-doubt': 'warning',
  failed: 'danger',
  withdrawn: 'informative',
};

export interface PostedProps {
  /** The view whose part this is, as queries are named. */
  readonly of: readonly [view: string, id: string];
  readonly posts: readonly BulletinPostItem[];
}

/** What was posted, and where it stands; of a post that may be in the channel or not, a person says which. */
export function Posted({ of, posts }: PostedProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Posted to channels">
      {posts.map((post) => (
        <Post key={post.id} of={of} post={post} />
      ))}
    </ul>
  );
}

function Post({ of, post }: { readonly of: PostedProps['of']; readonly post: BulletinPostItem }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const { id, rev, channelName, state, fault, addendum, askedByName, askedAt, maySettle, inChannel } = post;
  const act = useAct<Omit<SettlePostRequest, 'form'>>({
    send: (request) => api.settlePost(id, request),
    decided: () => queries.invalidateQueries({ queryKey: [...of] }),
  });
  const press = (step: SettlePostRequest['step']) => act.press({ rev, step });
  return (
    <li className={styles.post}>
      <span className={styles.head}>
        <bdi className={styles.name}>{channelName}</bdi>
        <Badge appearance="tint" color={colours[state] ?? 'informative'}>
          {postState[state] ?? state}
        </Badge>
      </span>
      <p className={styles.detail}>
        {addendum ? 'Says in the thread that something was added. ' : ''}
        {askedByName}, <When instant={askedAt} />
      </p>
      {inChannel && (
        <p className={styles.detail}>{`${inChannel.read} of ${inChannel.people} in the channel have read it.`}</p>
      )}
      {fault !== undefined && <p className={styles.detail}>{postFault[fault] ?? fault}</p>}
      {state === 'in-doubt' && (
        <p className={styles.detail}>
          Teams gave no answer, so Lantern does not know whether it arrived, and does not send it twice. Look into the
          channel.
        </p>
      )}
      {maySettle && (
        <span className={styles.buttons}>
          {state === 'in-doubt' ? (
            <>
              <Button size="small" disabledFocusable={act.sending} onClick={() => press('found')}>
                It is there
              </Button>
              <Button size="small" disabledFocusable={act.sending} onClick={() => press('not-found')}>
                It is not there
              </Button>
            </>
          ) : (
            <Button size="small" disabledFocusable={act.sending} onClick={() => press('withdraw')}>
              Withdraw it
            </Button>
          )}
        </span>
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </li>
  );
}
