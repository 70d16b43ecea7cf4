import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular, Mail48Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { TemplateDesk, TemplateItem } from '../../src/areas/letters/contract.ts';
import { letterPurpose } from '../../src/areas/letters/fields.ts';
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
import { TemplateEntry } from './template-entry.tsx';
import { TemplateForm } from './template-form.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { templatesQuery } from './queries.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  buttons: { padding: '0 0 16px', '@media print': { display: 'none' } },
  form: { padding: '0 0 16px' },
  card: { marginBottom: '16px' },
  head: { margin: '16px 20px 0', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
  retired: { color: tokens.colorNeutralForeground2 },
  inner: { marginTop: '12px', color: tokens.colorNeutralForeground1 },
});

/** The library from which letters are made, by what they are for. */
export function TemplatesPage() {
  const styles = useStyles();
  const query = useQuery(templatesQuery(useApi()));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current="Letter templates" between={{ label: 'Meetings', path: '/meetings' }} />
      <main>
        <PanelHead
          title="Letter templates"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        <p className={styles.text}>
          Letters are written on the page of a meeting or a concern. Here stands what they are made from. Nothing is
          filled in that whoever receives the letter may not be told.
        </p>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && <Templates desk={shown} />}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Loading the templates" rows={5} />}
      </main>
    </>
  );
}

function Templates({ desk: { page, schools } }: { readonly desk: TemplateDesk }) {
  const styles = useStyles();
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const mine = schools.filter(({ id }) => page.maySchools.includes(id));
  const current = page.items.filter(({ retiredAt }) => retiredAt === undefined);
  const retired = page.items.filter(({ retiredAt }) => retiredAt !== undefined);
  const close = () => setAdding(false);
  useFocusBack(adding, opener);
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
      {!adding && (
        <div ref={opener} className={styles.buttons}>
          <Button
            appearance="primary"
            icon={<Add20Regular />}
            onClick={() => {
              setTold(undefined);
              setAdding(true);
            }}
          >
            Add a template
          </Button>
        </div>
      )}
      {adding && (
        <div className={styles.form}>
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
        </div>
      )}
      {Object.entries(letterPurpose).map(([purpose, label]) => {
        const items = current.filter((one) => one.purpose === purpose);
        if (items.length === 0) return null;
        return (
          <Card key={purpose} className={styles.card} aria-labelledby={`for-${purpose}`}>
            <h2 className={styles.head} id={`for-${purpose}`}>
              {label}
            </h2>
            <ul className={styles.list} aria-labelledby={`for-${purpose}`}>
              {items.map(entryOf)}
            </ul>
          </Card>
        );
      })}
      {retired.length > 0 && (
        <details className={styles.retired}>
          <summary>Retired ({retired.length})</summary>
          <Card className={styles.inner}>
            <ul className={styles.list} aria-label="Retired templates">
              {retired.map(entryOf)}
            </ul>
          </Card>
        </details>
      )}
    </>
  );
}
