import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingChannel, PostMinutesRequest, PostPreview } from '../../../src/areas/channels/contract.ts';
import {
  channelAudience,
  channelMembership,
  channelPostFields,
  postFault,
} from '../../../src/areas/channels/fields.ts';
import type { Renderings } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { FailurePage } from '../../components/failure-page.tsx';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../concerns/text-field.tsx';
import { ChannelReaders } from './channel-readers.tsx';
import { DrawnCard } from './drawn-card.tsx';
import { previewQuery, renderingsQuery } from './queries.ts';
import { WholeMinutes } from './whole-rendering.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    alignItems: 'start',
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  whole: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface PreviewProps {
  readonly meeting: string;
  readonly channel: MeetingChannel;
  /** It was given to Lantern to post. */
  readonly done: (text: string) => void;
}

/** What would be posted to a channel beside what others have of it, who would read it there, and the button that posts it. */
export function Preview({ meeting, channel, done }: PreviewProps) {
  const api = useApi();
  const preview = useQuery(previewQuery(api, meeting, channel.id));
  const renderings = useQuery(renderingsQuery(api, meeting));
  const error = preview.error ?? renderings.error;
  if (error)
    return (
      <FailurePage
        code={error.code}
        message={error.message}
        level={2}
        retry={() => void Promise.all([preview.refetch(), renderings.refetch()])}
      />
    );
  if (!preview.data || !renderings.data || preview.isFetching)
    return <Loading label="Looking into the channel" rows={6} />;
  return (
    <Shown
      meeting={meeting}
      channel={channel}
      done={done}
      preview={preview.data}
      renderings={renderings.data}
      again={() => void preview.refetch()}
    />
  );
}

interface ShownProps extends PreviewProps {
  readonly preview: PostPreview;
  readonly renderings: Renderings;
  readonly again: () => void;
}

function Shown({ meeting, channel, done, preview, renderings, again }: ShownProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { digest, card, readers, fault } = preview;
  const left = renderings.channel.dropped.length;
  const overridable = fault === 'audience';
  const barred = readers === undefined || (fault !== undefined && !overridable);
  const act = useAct<Omit<PostMinutesRequest, 'form'>>({
    send: (request) =>
      api.postMinutes(meeting, channel.id, request).then(() => done('It is on its way to the channel.')),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
  const post = () => {
    setAsked(true);
    if (overridable && reason.trim() === '') return;
    act.press({ digest, ...(overridable && { reason: reason.trim() }) });
  };
  return (
    <div className={styles.whole}>
      <div className={styles.columns}>
        <section className={styles.column} aria-label="The channel">
          <h3 className={styles.title}>The channel</h3>
          <p className={styles.hint}>Exactly this is posted. Its buttons work there.</p>
          <DrawnCard card={card} label="The post" />
          {left > 0 && (
            <Notice intent="warning">
              {left === 1
                ? 'One passage is left out, because it would tell who a child is.'
                : `${left} passages are left out, because they would tell who a child is.`}
            </Notice>
          )}
        </section>
        <section className={styles.column} aria-label="Those who were there">
          <h3 className={styles.title}>Those who were there</h3>
          <p className={styles.hint}>Names the children of the meeting, and no other child.</p>
          <WholeMinutes rendering={renderings.attendees} />
        </section>
        <section className={styles.column} aria-label="The case file">
          <h3 className={styles.title}>The case file</h3>
          <p className={styles.hint}>As it was agreed.</p>
          <WholeMinutes rendering={renderings.full} />
        </section>
      </div>
      <section className={styles.column} aria-label="Who would read it">
        <h3 className={styles.title}>{readers ? `In the channel now (${readers.length})` : 'In the channel now'}</h3>
        <p className={styles.hint}>
          {`${channelMembership[channel.membership]}. It is for: ${channelAudience[channel.audience].toLowerCase()}.`}
        </p>
        {readers ? (
          <ChannelReaders readers={readers} />
        ) : (
          <Notice intent="warning">
            Teams does not say just now who is in this channel, so nothing can be posted there.
          </Notice>
        )}
      </section>
      {fault !== undefined && (
        <Notice intent={overridable ? 'warning' : 'error'}>
          {overridable
            ? `${postFault.audience} Write why it is posted all the same, or take them out of the channel first.`
            : `It cannot be posted here. ${postFault[fault]}`}
        </Notice>
      )}
      {overridable && (
        <TextField
          label="Why it is posted all the same"
          hint="Stays with the post, and in the journal that you did."
          max={channelPostFields.reason.max}
          value={reason}
          change={setReason}
          missing={asked && reason.trim() === '' ? 'Write why.' : undefined}
        />
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      <span className={styles.buttons}>
        {!barred && (
          <Button appearance="primary" icon={<Send20Regular />} disabledFocusable={act.sending} onClick={post}>
            {act.sending ? 'Posting…' : `Post to ${channel.name}`}
          </Button>
        )}
        <Button onClick={again}>Look again</Button>
      </span>
    </div>
  );
}
