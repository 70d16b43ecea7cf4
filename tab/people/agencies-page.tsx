import { makeStyles } from '@fluentui/react-components';
import { People48Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgencyDesk } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { AddPart } from '../components/add-part.tsx';
import { Card } from '../components/card.tsx';
import { FoldedList } from '../components/folded-list.tsx';
import { Notice } from '../components/notice.tsx';
import { ListPage } from '../components/list-page.tsx';
import { StatePage } from '../components/state-page.tsx';
import { AgencyEntry } from './agency-entry.tsx';
import { AgencyForm } from './agency-form.tsx';
import { agenciesQuery } from './queries.ts';
import { Sheet } from './sheet.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
});

/** Whom the school works with for its children, and how each is reached, by day and by night. */
export function AgenciesPage() {
  const query = useQuery(agenciesQuery(useApi()));
  return (
    <ListPage
      query={query}
      title="Agencies"
      text="Whom your school works with for its children, and how each is reached. What is retired stays here: what was sent to it names it."
      loading="Loading the agencies"
    >
      {(desk) => <Agencies desk={desk} />}
    </ListPage>
  );
}

function Agencies({ desk: { page, schools } }: { readonly desk: AgencyDesk }) {
  const styles = useStyles();
  const [told, setTold] = useState<string>();
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
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {mine.length > 0 && (
        <AddPart label="Add an agency" begun={() => setTold(undefined)}>
          {(close) => (
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
          )}
        </AddPart>
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
      <FoldedList summary="Retired" label="Retired agencies" entries={retired.map(entryOf)} />
    </>
  );
}
