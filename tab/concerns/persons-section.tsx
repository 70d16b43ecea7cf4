import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { ConcernDetail, PersonItem } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PersonEntry } from './person-entry.tsx';
import { personsQuery } from './queries.ts';

const AddPersonForm = lazy(() => import('./add-person-form.tsx').then((m) => ({ default: m.AddPersonForm })));
const ChildRoleForm = lazy(() => import('./child-role-form.tsx').then((m) => ({ default: m.ChildRoleForm })));
const WithdrawPersonForm = lazy(() =>
  import('./withdraw-person-form.tsx').then((m) => ({ default: m.WithdrawPersonForm })),
);

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  off: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

type Form = 'add' | 'role' | PersonItem;

/** Who is in a report and what each is in it. A role belongs to this report alone, and says so. */
export function PersonsSection({ concern }: { readonly concern: ConcernDetail }) {
  const styles = useStyles();
  const query = useQuery(personsQuery(useApi(), concern));
  const [form, setForm] = useState<Form>();
  const [told, setTold] = useState<string>();
  const title = useRef<HTMLHeadingElement>(null);
  const can = concern.abilities.people;
  if (!can && concern.persons === 0) return null;
  const items = query.data?.items ?? [];
  const main = items.find(({ isChild, takenOff }) => isChild && !takenOff);
  const others = items.filter(({ isChild, takenOff }) => !isChild && !takenOff);
  const off = items.filter(({ takenOff }) => takenOff);
  const open = (next: Form) => {
    setTold(undefined);
    setForm(next);
  };
  const close = () => {
    setForm(undefined);
    title.current?.focus();
  };
  const given = {
    concern,
    cancel: close,
    done: (text: string) => {
      close();
      setTold(text);
    },
  };
  return (
    <Card className={styles.sheet} aria-labelledby="persons">
      <h2 className={styles.title} id="persons" ref={title} tabIndex={-1}>
        Children and others in this report
      </h2>
      {query.isLoading && <Loading label="Loading who is in this report" rows={2} />}
      {query.error && (
        <FailurePage
          code={query.error.code}
          message={query.error.message}
          level={2}
          retry={() => void query.refetch()}
        />
      )}
      <ul className={styles.list} aria-label="In this report">
        <PersonEntry
          name={concern.child}
          role={main?.role}
          yearGroup={concern.yearGroup}
          childId={concern.abilities.lead ? concern.childId : undefined}
          about="The child this report is about"
          {...(main && { filed: main.filed })}
          {...(can && { act: { title: main ? 'Say another role' : 'Say the role', press: () => open('role') } })}
        />
        {others.map((person) => (
          <PersonEntry
            key={person.id}
            {...{ name: person.name, role: person.role, yearGroup: person.yearGroup, filed: person.filed }}
            childId={concern.abilities.lead ? person.childId : undefined}
            about={`Added by ${person.addedBy}${person.onRoll ? '' : '; not on our roll'}`}
            {...(can && { act: { title: 'Take off', press: () => open(person) } })}
          />
        ))}
      </ul>
      {off.length > 0 && (
        <details className={styles.off}>
          <summary>Taken off ({off.length})</summary>
          <ul className={styles.list} aria-label="Taken off">
            {off.map((person) => (
              <PersonEntry
                key={person.id}
                {...{ name: person.name, role: person.role, yearGroup: person.yearGroup, filed: person.filed }}
                about={`Taken off by ${person.takenOff?.by ?? ''}: ${person.takenOff?.reason ?? ''}`}
              />
            ))}
          </ul>
        </details>
      )}
      {can && form === undefined && (
        <span className={styles.buttons}>
          <Button onClick={() => open('add')}>Add somebody</Button>
        </span>
      )}
      {form !== undefined && (
        <Suspense fallback={<Loading label="Opening the form" rows={3} />}>
          {form === 'add' && <AddPersonForm {...given} />}
          {form === 'role' && <ChildRoleForm {...given} />}
          {typeof form === 'object' && <WithdrawPersonForm key={form.id} {...given} person={form} />}
        </Suspense>
      )}
      {told !== undefined && <Notice intent="success">{told}</Notice>}
    </Card>
  );
}
