import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular, People48Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AgencyDesk } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { StatePage } from '../components/state-page.tsx';
import { WayBack } from '../concerns/way-back.tsx';
import { AgencyEntry } from './agency-entry.tsx';
import { AgencyForm } from './agency-form.tsx';
import { agenciesQuery } from './queries.ts';
import { Sheet } from './sheet.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  buttons: { paddingBottom: '16px', '@media print': { display: 'none' } },
  form: { paddingBottom: '16px' },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
  retired: { marginTop: '16px', color: tokens.colorNeutralForeground2 },
  inner: { marginTop: '12px', color: tokens.colorNeutralForeground1 },
});

/** Whom the school works with for its children, and how each is reached, by day and by night. */
export function AgenciesPage() {
  const styles = useStyles();
  const query = useQuery(agenciesQuery(useApi()));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current="Agencies" />
      <main>
        <PanelHead
          title="Agencies"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        <p className={styles.text}>
          Whom your school works with for its children, and how each is reached. What is retired stays here: what was
          sent to it names it.
        </p>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && <Agencies desk={shown} />}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Loading the agencies" rows={5} />}
      </main>
    </>
  );
}

function Agencies({ desk: { page, schools } }: { readonly desk: AgencyDesk }) {
  const styles = useStyles();
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const mine = schools.filter(({ id }) => page.mayAddTo.includes(id));
  const several = new Set(page.items.map(({ school }) => school)).size > 1;
  const entryOf = (agency: (typeof page.items)[number]) => (
    <AgencyEntry
      key={agency.id}
      agency={agency}
      {...(several && { school: schools.find(({ id }) => id === agency.school)?.name ?? '' })}
      told={setTold}
    />
  );
  const current = page.items.filter(({ retiredAt }) => retiredAt === undefined);
  const retired = page.items.filter(({ retiredAt }) => retiredAt !== undefined);
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {mine.length > 0 && !adding && (
        <div ref={opener} className={styles.buttons}>
          <Button
            appearance="primary"
            icon={<Add20Regular />}
            onClick={() => {
              setTold(undefined);
              setAdding(true);
            }}
          >
            Add an agency
          </Button>
        </div>
      )}
      {adding && (
        <div className={styles.form}>
          <Sheet id="add" title="Add an agency">
            <AgencyForm
              schools={mine}
              cancel={close}
              done={(name) => {
                close();
                setTold(`Added: ${name}.`);
              }}
            />
          </Sheet>
        </div>
      )}
      <Card>
        {current.length === 0 ? (
          <StatePage icon={<People48Regular />} title="No agency yet" level={2}>
            Begin with those you would call tonight: children’s social care, its duty team out of hours, and the police.
          </StatePage>
        ) : (
          <ul className={styles.list} aria-label="Agencies, by name">
            {current.map(entryOf)}
          </ul>
        )}
      </Card>
      {retired.length > 0 && (
        <details className={styles.retired}>
          <summary>Retired ({retired.length})</summary>
          <Card className={styles.inner}>
            <ul className={styles.list} aria-label="Retired agencies">
              {retired.map(entryOf)}
            </ul>
          </Card>
        </details>
      )}
    </>
  );
}
