import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Contributions } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { Answer } from '../../components/answer.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { WayBack } from '../../components/way-back.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { contributionsQuery } from '../queries.ts';
import { ChildBrings } from './child-brings.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '760px' },
  list: {
    ...{ display: 'grid', gap: '20px', gridTemplateColumns: 'minmax(0, 1fr)' },
    ...{ listStyleType: 'none', margin: 0, padding: 0 },
  },
  sheet: { paddingTop: '12px' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the school brings, for whoever speaks for it and does not see the meeting itself. */
export function BringsPage() {
  const styles = useStyles();
  const { id = '' } = useParams();
  const query = useQuery(contributionsQuery(useApi(), id));
  return (
    <div className={styles.page}>
      <WayBack current="What the school brings" between={{ label: 'Meetings', path: '/meetings' }} />
      <main>
        <PageHeading>What the school brings</PageHeading>
        <Answer query={query} loading="Opening what the school brings" rows={8}>
          {({ items }) => <Children meeting={id} items={items} />}
        </Answer>
      </main>
    </div>
  );
}

function Children({ meeting, items }: { readonly meeting: string } & Pick<Contributions, 'items'>) {
  const styles = useStyles();
  const places = [...new Set(items.map(({ place }) => place))];
  return (
    <div className={styles.sheet}>
      <Sheet id="brings" title="Child by child">
        {places.length === 0 && <p className={styles.none}>There is nothing here for you to write.</p>}
        <ul className={styles.list} aria-labelledby="brings">
          {places.map((place) => {
            const [latest, ...earlier] = items.filter((item) => item.place === place);
            return (
              latest && (
                <li key={place}>
                  <ChildBrings meeting={meeting} item={latest} earlier={earlier} />
                </li>
              )
            );
          })}
        </ul>
      </Sheet>
    </div>
  );
}
