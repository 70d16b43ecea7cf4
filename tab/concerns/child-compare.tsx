import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparedChild } from '../../src/areas/concerns/contract.ts';
import { childState } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useChildName } from '../components/child-name.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import type { ChildChoiceProps } from './child-choice.tsx';
import { ComparedChoice } from './compared-choice.tsx';
import { compareQuery } from './queries.ts';
import { togetherText } from './together-text.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', justifyItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const none = { value: 'not-on-list', label: childState['not-on-list'] };
const fullName = ({ given, family }: ComparedChild) =>
  `${given.map(({ text }) => text).join('')} ${family.map(({ text }) => text).join('')}`;

/** For a lead: the children who may be meant beside one another, any other child by looking up, all of several, or none. */
export function ChildCompare({ concernId, sending, choose, cancel }: ChildChoiceProps) {
  const styles = useStyles();
  const shown = useChildName();
  const query = useQuery(compareQuery(useApi(), concernId));
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useState(false);
  if (query.isLoading) return <Loading label="Looking for pupils" rows={3} />;
  if (query.error) {
    const { code, message } = query.error;
    return <FailurePage code={code} message={message} level={2} retry={() => void query.refetch()} />;
  }
  const page = query.data ?? { items: [], together: [] };
  const names = page.together.flatMap((id) => page.items.filter((child) => child.id === id).map(fullName));
  const together = {
    value: page.together.join(','),
    label: `${togetherText(names.map(shown))}. The first becomes the child of this concern.`,
  };
  const submit = () => {
    setMissing(chosen === '');
    const [child = '', ...others] = chosen.split(',');
    if (child !== '' && !sending) choose(child, others);
  };
  return (
    <form
      className={styles.form}
      aria-label="Which child is this?"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ComparedChoice
        concernId={concernId}
        page={page}
        value={chosen}
        change={(value) => {
          setChosen(value);
          if (value !== '') setMissing(false);
        }}
        fault={missing ? 'Choose one, or “Not on our list”.' : undefined}
        label="Choose the child"
        beside={names.length > 1 ? together : undefined}
        none={none}
      />
      <span className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          {sending ? 'Saving…' : 'Save'}
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
