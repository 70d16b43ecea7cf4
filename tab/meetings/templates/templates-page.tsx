import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgendaTemplates } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { Answer } from '../../components/answer.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { WayBack } from '../../components/way-back.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { kindText } from '../meeting-words.ts';
import { agendaTemplatesQuery } from '../queries.ts';
import { TemplateForm } from './template-form.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '760px' },
  parts: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: '12px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  kind: { maxWidth: '420px', '& .fui-Select__select': { minWidth: 0 } },
});

/** What stands on each agenda of a kind, for whoever leads: Lantern’s list, until the school writes its own. */
export function TemplatesPage() {
  const styles = useStyles();
  const query = useQuery(agendaTemplatesQuery(useApi()));
  return (
    <div className={styles.page}>
      <WayBack current="Agendas" between={{ label: 'Meetings', path: '/meetings' }} />
      <main>
        <PageHeading>Agendas</PageHeading>
        <Answer query={query} loading="Loading the agendas" rows={6}>
          {(templates) => <Chosen templates={templates} />}
        </Answer>
      </main>
    </div>
  );
}

function Chosen({ templates: { items } }: { readonly templates: AgendaTemplates }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(0);
  const item = items[chosen];
  const several = new Set(items.map(({ school }) => school)).size > 1;
  if (!item) return <p className={styles.text}>There is no school for which you may say it.</p>;
  return (
    <div className={styles.parts}>
      <p className={styles.text}>
        What stands on each agenda of a kind. It holds for meetings that are called from now on; agendas that are there
        already stay as they are.
      </p>
      <Field label="Kind of meeting" className={styles.kind}>
        <Select value={String(chosen)} onChange={(_, { value }) => setChosen(Number(value))}>
          {items.map(({ school, kind, own }, i) => (
            <option key={`${school} ${kind}`} value={i}>
              {kindText(kind)}
              {several ? `, ${school}` : ''}
              {own ? ' (your own)' : ''}
            </option>
          ))}
        </Select>
      </Field>
      <Sheet id="template" title={kindText(item.kind)}>
        <TemplateForm key={`${item.school} ${item.kind} ${item.version ?? 0}`} item={item} />
      </Sheet>
    </div>
  );
}
