import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { RegisteredEntry } from '../../src/areas/concerns/contract.ts';
import { concernFields as fields, safeNow } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { ChildName, useChildName } from '../components/child-name.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { When } from '../components/when.tsx';
import { AddendaSection } from './addenda-section.tsx';
import { registeredQuery } from './queries.ts';
import { SettleSection } from './settle-section.tsx';
import { WayBack } from '../components/way-back.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: '12px' },
  sheet: { padding: '16px 20px' },
  list: { margin: '12px 0 0', display: 'grid', gap: '12px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
});

/** One entry of the register, as it was. Nothing can be done with it but read. */
export function MisfiledEntryPage() {
  const { id = '' } = useParams();
  const query = useQuery(registeredQuery(useApi(), id));
  const { data, error } = query;
  return (
    <>
      <WayBack
        current={data && !error ? data.ref : 'Misfiled entry'}
        between={{ label: 'Misfiled entries', path: '/misfiled' }}
      />
      <main>
        <PageHeading>Misfiled entry</PageHeading>
        {error ? (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        ) : data ? (
          <Entry entry={data} />
        ) : (
          <Loading label="Opening the entry" rows={6} />
        )}
      </main>
    </>
  );
}

function Entry({ entry }: { readonly entry: RegisteredEntry }) {
  const styles = useStyles();
  const shown = useChildName();
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Stood under', <ChildName name={entry.child} press />],
    [fields.misfiledReason.label, entry.reason],
    [fields.misfiledByName.label, <bdi>{entry.misfiledByName}</bdi>],
    [fields.misfiledAt.label, <When instant={entry.misfiledAt} />],
    [
      fields.continuedAsRef.label,
      <Link to={`/concerns/${entry.continuedAsId}`} className={styles.link}>
        {entry.continuedAsRef}
      </Link>,
    ],
    [fields.childAsTyped.label, <ChildName name={entry.childAsTyped} />],
    ...(entry.others.length > 0 ? [['Others in it', entry.others.map(shown).join(', ')] as const] : []),
    [fields.words.label, entry.words],
    [fields.safeNow.label, safeNow[entry.safeNow] ?? entry.safeNow],
    [fields.whenAsTyped.label, entry.whenAsTyped],
    [fields.reporterName.label, <bdi>{entry.reporterName}</bdi>],
    [fields.reportedAt.label, <When instant={entry.reportedAt} />],
  ];
  return (
    <div className={styles.page}>
      <Notice intent="warning">
        This is not about the child it names. It is kept as a record and used for nothing.
      </Notice>
      <SettleSection concern={entry} decided={['registered', entry.id]} />
      <Card className={styles.sheet} aria-label={entry.ref}>
        <FiledMark filed={entry.filed} />
        <dl className={styles.list}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value} dir="auto">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <AddendaSection addenda={entry.addenda} />
    </div>
  );
}
