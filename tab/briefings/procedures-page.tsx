import { makeStyles } from '@fluentui/react-components';
import { BookOpen48Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProcedureDesk, ProcedureItem } from '../../src/areas/briefings/contract.ts';
import { procedureKind } from '../../src/areas/briefings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { AddPart } from '../components/add-part.tsx';
import { Card } from '../components/card.tsx';
import { TitledList } from '../components/titled-list.tsx';
import { FoldedList } from '../components/folded-list.tsx';
import { Notice } from '../components/notice.tsx';
import { ListPage } from '../components/list-page.tsx';
import { StatePage } from '../components/state-page.tsx';
import { Sheet } from '../people/sheet.tsx';
import { ProcedureEntry } from './procedure-entry.tsx';
import { ProcedureForm } from './procedure-form.tsx';
import { proceduresQuery } from './queries.ts';

const useStyles = makeStyles({
  card: { marginBottom: '16px' },
});

/** What the local safeguarding partnership publishes: whom to ring, thresholds, forms, escalation. For everybody on the staff. */
export function ProceduresPage() {
  const query = useQuery(proceduresQuery(useApi()));
  return (
    <ListPage
      query={query}
      title="Local procedures"
      text="Whom to ring here and what holds locally. If a child is in danger now, ring 999, then your safeguarding lead."
      loading="Loading the procedures"
    >
      {(desk) => <Procedures desk={desk} />}
    </ListPage>
  );
}

function Procedures({ desk: { page, schools } }: { readonly desk: ProcedureDesk }) {
  const styles = useStyles();
  const [told, setTold] = useState<string>();
  const mine = schools.filter(({ id }) => page.mayAddTo.includes(id));
  const several = new Set(page.items.map(({ school }) => school)).size > 1;
  const current = page.items.filter(({ retiredAt }) => retiredAt === undefined);
  const retired = page.items.filter(({ retiredAt }) => retiredAt !== undefined);
  const overdue = current.filter((one) => one.overdue && one.mayChange).length;
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
      {mine.length > 0 && (
        <AddPart label="Add a procedure" begun={() => setTold(undefined)}>
          {(close) => (
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
          )}
        </AddPart>
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
          <TitledList key={kind} id={`kind-${kind}`} title={label}>
            {items.map(entryOf)}
          </TitledList>
        );
      })}
      <FoldedList summary="Retired" label="Retired procedures" entries={retired.map(entryOf)} />
    </>
  );
}
