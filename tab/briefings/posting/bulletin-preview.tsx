import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BulletinPreview as Previewed,
  MeetingChannel,
  PostBulletinRequest,
} from '../../../src/areas/channels/contract.ts';
import { channelMembership, postFault } from '../../../src/areas/channels/fields.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { FailurePage } from '../../components/failure-page.tsx';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { ChannelReaders } from '../../meetings/posting/channel-readers.tsx';
import { DrawnCard } from '../../meetings/posting/drawn-card.tsx';
import { peopleText } from '../words.ts';
import { bulletinPreviewQuery } from './queries.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    alignItems: 'start',
    '@media (max-width: 859px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  whole: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface BulletinPreviewProps {
  readonly briefing: string;
  readonly channel: MeetingChannel;
  /** It was given to Lantern to post. */
  readonly done: (text: string) => void;
}

/** What would be posted to a channel, who would read it there, and the button that posts it. */
export function BulletinPreview(props: BulletinPreviewProps) {
  const preview = useQuery(bulletinPreviewQuery(useApi(), props.briefing, props.channel.id));
  const { data, error } = preview;
  const again = () => void preview.refetch();
  if (error) return <FailurePage code={error.code} message={error.message} level={2} retry={again} />;
  if (!data || preview.isFetching) return <Loading label="Looking into the channel" rows={6} />;
  return <Shown {...props} preview={data} again={again} />;
}

interface ShownProps extends BulletinPreviewProps {
  readonly preview: Previewed;
  readonly again: () => void;
}

function Shown({ briefing, channel, done, preview, again }: ShownProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const { digest, card, readers, fault, strangers } = preview;
  const act = useAct<Omit<PostBulletinRequest, 'form'>>({
    send: (request) =>
      api.postBulletin(briefing, channel.id, request).then(() => done('It is on its way to the channel.')),
    decided: () => queries.invalidateQueries({ queryKey: ['briefing', briefing] }),
  });
  return (
    <div className={styles.whole}>
      <div className={styles.columns}>
        <section className={styles.column} aria-label="The bulletin">
          <h3 className={styles.title}>The bulletin</h3>
          <p className={styles.hint}>
            Exactly this is posted, the same for all. Its button notes who has read it; nobody in the channel sees who.
          </p>
          <DrawnCard card={card} label="The post" />
        </section>
        <section className={styles.column} aria-label="Who would read it">
          <h3 className={styles.title}>{readers ? `In the channel now (${readers.length})` : 'In the channel now'}</h3>
          <p className={styles.hint}>{`${channelMembership[channel.membership]}.`}</p>
          {readers ? (
            <ChannelReaders readers={readers} more="more of the school" />
          ) : (
            <Notice intent="warning">Teams does not say just now who is in this channel.</Notice>
          )}
        </section>
      </div>
      {strangers > 0 && fault === undefined && (
        <Notice intent="warning">
          {`${peopleText(strangers)} in the channel ${strangers === 1 ? 'is' : 'are'} not of the school and would read it too. A bulletin names no child, so it may be posted all the same.`}
        </Notice>
      )}
      {fault !== undefined && <Notice intent="error">{`It cannot be posted here. ${postFault[fault]}`}</Notice>}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      <span className={styles.buttons}>
        {fault === undefined && (
          <Button
            appearance="primary"
            icon={<Send20Regular />}
            disabledFocusable={act.sending}
            onClick={() => act.press({ digest })}
          >
            {act.sending ? 'Posting…' : `Post to ${channel.name}`}
          </Button>
        )}
        <Button onClick={again}>Look again</Button>
      </span>
    </div>
  );
}
