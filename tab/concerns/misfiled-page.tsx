import { makeStyles, tokens } from '@fluentui/react-components';
import { FolderProhibited48Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { RegisterItem } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { Loading } from '../components/loading.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { StatePage } from '../components/state-page.tsx';
import { When } from '../components/when.tsx';
import { registerQuery } from './queries.ts';
import { WayBack } from '../components/way-back.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr 1.6fr 1.2fr 1fr',
    gap: '4px 16px',
    padding: '14px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: '1fr' },
  },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** The restricted register: entries that stood under a wrong child, and where each goes on. */
export function MisfiledPage() {
  const query = useQuery(registerQuery(useApi()));
  const { data, error } = query;
  return (
    <>
      <WayBack current="Misfiled entries" />
      <main>
        <PanelHead
          title="Misfiled entries"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        {error ? (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        ) : data ? (
          <Register items={data.items} />
        ) : (
          <Loading label="Loading the register" rows={4} />
        )}
      </main>
    </>
  );
}

function Register({ items }: { readonly items: readonly RegisterItem[] }) {
  const styles = useStyles();
  if (items.length === 0) {
    return (
      <Card>
        <StatePage icon={<FolderProhibited48Regular />} title="Nothing is misfiled" level={2}>
          An entry under the wrong child is put right from its own page. What it was is then kept here.
        </StatePage>
      </Card>
    );
  }
  return (
    <Card>
      <ul className={styles.list} aria-label="Misfiled entries, newest first">
        {items.map((entry) => (
          <li key={entry.id} className={styles.item}>
            <Link to={`/misfiled/${entry.id}`} className={styles.link}>
              {entry.ref}
            </Link>
            <span>
              <When instant={entry.misfiledAt} />
              <span className={styles.detail}>
                found by <bdi>{entry.misfiledByName}</bdi>
              </span>
            </span>
            <span>
              Goes on as{' '}
              <Link to={`/concerns/${entry.continuedAsId}`} className={styles.link}>
                {entry.continuedAsRef}
              </Link>
            </span>
            <FiledMark filed={entry.filed} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
