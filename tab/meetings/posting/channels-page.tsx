import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ChannelDesk } from '../../../src/areas/channels/contract.ts';
import { channelMembership } from '../../../src/areas/channels/fields.ts';
import { useApi } from '../../api/api-context.ts';
import { Answer } from '../../components/answer.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { WayBack } from '../../components/way-back.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { ChannelForm } from './channel-form.tsx';
import { channelDeskQuery } from './queries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Channels in Teams that Lantern is in: which minutes go there, and for whom each is. */
export function ChannelsPage() {
  const query = useQuery(channelDeskQuery(useApi()));
  return (
    <>
      <WayBack current="Channels" between={{ label: 'Meetings', path: '/meetings' }} />
      <main>
        <PageHeading>Channels</PageHeading>
        <Answer query={query} loading="Loading the channels" rows={4}>
          {(desk) => <Channels desk={desk} />}
        </Answer>
      </main>
    </>
  );
}

function Channels({ desk: { channels, kinds, schools } }: { readonly desk: ChannelDesk }) {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      <p className={styles.hint}>
        {channels.length === 0
          ? 'Lantern is in no team yet. An owner of a team adds it there in Teams; then its channels stand here.'
          : 'Minutes go to a channel only when somebody posts them there. Here you say which minutes may, and for whom the channel is.'}
      </p>
      {channels.map((channel, i) => (
        <Sheet key={channel.channel} id={`channel-${i}`} title={`${channel.teamName}, ${channel.name}`}>
          <p className={styles.hint}>{channelMembership[channel.membership]}</p>
          {schools.map((school) => (
            <ChannelForm key={school.id} channel={channel} school={school} kinds={kinds} only={schools.length === 1} />
          ))}
        </Sheet>
      ))}
    </div>
  );
}
