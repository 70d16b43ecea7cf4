import { makeStyles, tokens } from '@fluentui/react-components';
import { ShieldTask48Regular } from '@fluentui/react-icons';
import { Link } from 'react-router';
import type { ConcernFilter } from '../../src/areas/concerns/contract.ts';
import { Card } from '../components/card.tsx';
import { StatePage } from '../components/state-page.tsx';

const useStyles = makeStyles({ link: { color: tokens.colorBrandForegroundLink } });

/** Why the list is empty: nothing was reported, nothing is open, or the filter leaves nothing. */
export function NoConcerns({ filter = {} }: { readonly filter?: ConcernFilter | undefined }) {
  const styles = useStyles();
  const narrowed =
    filter.urgency !== undefined || filter.year !== undefined || (filter.show !== undefined && filter.show !== 'all');
  if (narrowed) {
    return (
      <Card>
        <StatePage
          icon={<ShieldTask48Regular />}
          title="Nothing matches this filter"
          level={2}
          action={
            <Link to="/" className={styles.link}>
              Show all open concerns
            </Link>
          }
        >
          There may be other concerns: the numbers above say how many are open.
        </StatePage>
      </Card>
    );
  }
  return (
    <Card>
      <StatePage
        icon={<ShieldTask48Regular />}
        title={filter.show === 'all' ? 'No concerns yet' : 'No open concerns'}
        level={2}
      >
        When a colleague reports a concern, it appears here by itself.
      </StatePage>
    </Card>
  );
}
