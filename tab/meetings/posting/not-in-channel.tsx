import { LockClosed48Regular } from '@fluentui/react-icons';
import { StatePage } from '../../components/state-page.tsx';

/** One answer for every reason for which a channel shows somebody nothing: which it is would tell what there is. */
export function NotInChannel() {
  return (
    <StatePage icon={<LockClosed48Regular />} title="Nothing is shown here" level={1}>
      Lantern shows minutes to the school’s own staff who sit in the channel, and never to guests or to people of other
      organisations. It shows nothing where it is not in the channel itself: then an owner of the team adds Lantern to
      the team, and to this channel if it is private or shared. Then open this page again.
    </StatePage>
  );
}
