import { makeStyles } from '@fluentui/react-components';
import { Mail48Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TemplateDesk, TemplateItem } from '../../src/areas/letters/contract.ts';
import { letterPurpose } from '../../src/areas/letters/fields.ts';
import { useApi } from '../api/api-context.ts';
import { AddPart } from '../components/add-part.tsx';
import { Card } from '../components/card.tsx';
import { TitledList } from '../components/titled-list.tsx';
import { FoldedList } from '../components/folded-list.tsx';
import { Notice } from '../components/notice.tsx';
import { ListPage } from '../components/list-page.tsx';
import { StatePage } from '../components/state-page.tsx';
import { Sheet } from '../people/sheet.tsx';
import { TemplateEntry } from './template-entry.tsx';
import { TemplateForm } from './template-form.tsx';
import { templatesQuery } from './queries.ts';

const useStyles = makeStyles({
  card: { marginBottom: '16px' },
});

/** The library from which letters are made, by what they are for. */
export function TemplatesPage() {
  const query = useQuery(templatesQuery(useApi()));
  return (
    <ListPage
      query={query}
      title="Letter templates"
      between={{ label: 'Meetings', path: '/meetings' }}
      text="Letters are written on the page of a meeting or a concern. Here stands what they are made from. Nothing is filled in that whoever receives the letter may not be told."
      loading="Loading the templates"
    >
      {(desk) => <Templates desk={desk} />}
    </ListPage>
  );
}

function Templates({ desk: { page, schools } }: { readonly desk: TemplateDesk }) {
  const styles = useStyles();
  const [told, setTold] = useState<string>();
  const mine = schools.filter(({ id }) => page.maySchools.includes(id));
  const current = page.items.filter(({ retiredAt }) => retiredAt === undefined);
  const retired = page.items.filter(({ retiredAt }) => retiredAt !== undefined);
  const entryOf = (template: TemplateItem) => (
    <TemplateEntry
      key={`${template.school} ${template.origin}`}
      template={template}
      {...(mine.length > 1 && { school: schools.find(({ id }) => id === template.school)?.name ?? '' })}
      told={setTold}
    />
  );
  if (mine.length === 0)
    return (
      <Card className={styles.card}>
        <StatePage icon={<Mail48Regular />} title="Nothing here for you" level={2}>
          Whoever leads safeguarding, and its administrator, look after the templates of letters.
        </StatePage>
      </Card>
    );
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      <AddPart label="Add a template" begun={() => setTold(undefined)}>
        {(close) => (
          <Sheet id="add" title="Add a template">
            <TemplateForm
              schools={mine}
              cancel={close}
              done={(heading) => {
                close();
                setTold(`Added: ${heading}.`);
              }}
            />
          </Sheet>
        )}
      </AddPart>
      {Object.entries(letterPurpose).map(([purpose, label]) => {
        const items = current.filter((one) => one.purpose === purpose);
        if (items.length === 0) return null;
        return (
          <TitledList key={purpose} id={`for-${purpose}`} title={label}>
            {items.map(entryOf)}
          </TitledList>
        );
      })}
      <FoldedList summary="Retired" label="Retired templates" entries={retired.map(entryOf)} />
    </>
  );
}
