import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleLock24Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { StaffConcernItem } from '../../src/areas/staff-concerns/contract.ts';
import { staffConcernKind, staffConcernStatus, subjectState } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { Loading } from '../components/loading.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { StatePage } from '../components/state-page.tsx';
import { When } from '../components/when.tsx';
import { WayBack } from '../components/way-back.tsx';
import { mattersQuery } from './queries.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '1.3fr 1.6fr 1.4fr 1.2fr',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '14px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  part: { display: 'grid', gap: '2px', justifyItems: 'start', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** Concerns about adults in school that one manages, newest first. The safeguarding leads have no such page. */
export function MattersPage() {
  const styles = useStyles();
  const query = useQuery(mattersQuery(useApi()));
  const { data, error } = query;
  return (
    <>
      <WayBack current="Concerns about adults" />
      <main>
        <PanelHead
          title="Concerns about adults"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        <p className={styles.text}>
          Low-level concerns and allegations about adults who work or volunteer here. They lie in a site of their own.
          Only who manages one can see it; whoever it is about never can, whatever their role.
        </p>
        {error ? (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        ) : data ? (
          <Matters items={data.items} />
        ) : (
          <Loading label="Loading the list" rows={4} />
        )}
      </main>
    </>
  );
}

function Matters({ items }: { readonly items: readonly StaffConcernItem[] }) {
  const styles = useStyles();
  if (items.length === 0) {
    return (
      <Card>
        <StatePage icon={<PeopleLock24Regular />} title="Nothing that you manage" level={2}>
          When somebody reports a concern about an adult and it is yours to manage, it appears here, and Lantern writes
          to you in your chat.
        </StatePage>
      </Card>
    );
  }
  return (
    <Card>
      <ul className={styles.list} aria-label="Concerns about adults, newest first">
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <span className={styles.part}>
              <Link to={`/matters/${item.id}`} className={styles.link}>
                {item.ref}
              </Link>
              <span className={styles.detail}>
                <When instant={item.reportedAt} />
              </span>
            </span>
            <span className={styles.part}>
              <bdi>{item.subject}</bdi>
              {item.subjectState !== 'resolved' && (
                <span className={styles.detail}>{subjectState[item.subjectState]}</span>
              )}
            </span>
            <span className={styles.part}>
              {item.kind ? staffConcernKind[item.kind] : 'Not judged yet'}
              <span className={styles.detail}>
                told by <bdi>{item.reporterName}</bdi>
              </span>
            </span>
            <span className={styles.part}>
              <Badge appearance="tint" color={item.status === 'submitted' ? 'warning' : 'informative'}>
                {staffConcernStatus[item.status]}
              </Badge>
              <FiledMark filed={item.filed} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
