import { PlugDisconnected48Regular } from '@fluentui/react-icons';
import { StatePage } from '../components/state-page.tsx';

/** Shown in an ordinary browser, where nobody vouches for who is looking. */
export function OutsideTeams() {
  return (
    <main>
      <StatePage icon={<PlugDisconnected48Regular />} title="Open Lantern in Microsoft Teams" level={1}>
        Lantern works inside Teams, which tells it who you are. In Teams, choose Lantern in the bar on the left, or find
        it under Apps. If a child is in danger now, call 999.
      </StatePage>
    </main>
  );
}
