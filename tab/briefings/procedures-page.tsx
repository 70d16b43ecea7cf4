import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular, BookOpen48Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ProcedureDesk, ProcedureItem } from '../../src/areas/briefings/contract.ts';
import { procedureKind } from '../../src/areas/briefings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { StatePage } from '../components/state-page.tsx';
import { WayBack } from '../concerns/way-back.tsx';
import { Sheet } from '../people/sheet.tsx';
import { ProcedureEntry } from './procedure-entry.tsx';
import { ProcedureForm } from './procedure-form.tsx';
import { proceduresQuery } from './queries.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  buttons: { padding: '12px 0 16px', '@media print': { display: 'none' } },
  form: { padding: '12px 0 16px' },
  card: { marginBottom: '16px' },
  head: { margin: '16px 20px 0', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
  retired: { color: tokens.colorNeutralForeground2 },
  inner: { marginTop: '12px', color: tokens.colorNeutralForeground1 },
});

/** What the local safeguarding partnership publishes: whom to ring, thresholds, forms, escalation. For everybody on the staff. */
export function ProceduresPage() {
  const styles = useStyles();
  const query = useQuery(proceduresQuery(useApi()));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current="Local procedures" />
      <main>
        <PanelHead
          title="Local procedures"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        <p className={styles.text}>
          Whom to ring here and what holds locally. If a child is in danger now, ring 999, then your safeguarding lead.
        </p>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && <Procedures desk={shown} />}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Loading the procedures" rows={5} />}
      </main>
    </>
  );
}

function Procedures({ desk: { page, schools } }: { readonly desk: ProcedureDesk }) {
  const styles = useStyles();
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const mine = schools.filter(({ id }) => page.mayAddTo.includes(id));
  const several = new Set(page.items.map(({ school }) => school)).size > 1;
  const current = page.items.filter(({ retiredAt }) => retiredAt === undefined);
  const retired = page.items.filter(({ retiredAt }) => retiredAt !== undefined);
  const overdue = current.filter((one) => one.overdue && one.mayChange).length;
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const entryOf = (procedure: ProcedureItem) => (
    <ProcedureEntry
      key={procedure.id}
      procedure={procedure}
      {...(several && { school: schools.find(({ id }) => id === procedure.school)?.name ?? '' })}
      told={setTold}
    />
  );
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {overdue > 0 && (
        <Notice intent="warning">
          {`${overdue === 1 ? 'One entry is' : `${String(overdue)} entries are`} past the day of review. Look whether it still holds, and set the next day.`}
        </Notice>
      )}
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
            Add a procedure
          </Button>
        </div>
      )}
      {adding && (
        <div className={styles.form}>
          <Sheet id="add" title="Add a procedure">
            <ProcedureForm
              schools={mine}
              partnership={current[0]?.partnership ?? ''}
              cancel={close}
              done={(heading) => {
                close();
                setTold(`Added: ${heading}.`);
              }}
            />
          </Sheet>
        </div>
      )}
      {current.length === 0 && (
        <Card className={styles.card}>
          <StatePage icon={<BookOpen48Regular />} title="Nothing here yet" level={2}>
            {mine.length > 0
              ? 'Begin with whom your staff would ring: the front door of children’s social care, by day and by night.'
              : 'Your safeguarding leads write here whom to ring and what holds locally.'}
          </StatePage>
        </Card>
      )}
      {Object.entries(procedureKind).map(([kind, label]) => {
        const items = current.filter((one) => one.kind === kind);
        if (items.length === 0) return null;
        return (
          <Card key={kind} className={styles.card} aria-labelledby={`kind-${kind}`}>
            <h2 className={styles.head} id={`kind-${kind}`}>
              {label}
            </h2>
            <ul className={styles.list} aria-labelledby={`kind-${kind}`}>
              {items.map(entryOf)}
            </ul>
          </Card>
        );
      })}
      {retired.length > 0 && (
        <details className={styles.retired}>
          <summary>Retired ({retired.length})</summary>
          <Card className={styles.inner}>
            <ul className={styles.list} aria-label="Retired procedures">
              {retired.map(entryOf)}
            </ul>
          </Card>
        </details>
      )}
    </>
  );
}
