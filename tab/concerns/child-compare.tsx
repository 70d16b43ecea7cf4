import { Button, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparedChild } from '../../src/areas/concerns/contract.ts';
import { childState } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import type { ChildChoiceProps } from './child-choice.tsx';
import { ChildCards } from './child-cards.tsx';
import { ChildLookUp } from './child-look-up.tsx';
import { FoundChildren } from './found-children.tsx';
import { NamePartsLegend } from './name-parts-legend.tsx';
import { compareQuery } from './queries.ts';
import { togetherText } from './together-text.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', justifyItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  field: { width: '100%' },
  group: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  plain: { color: tokens.colorNeutralForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const fullName = ({ given, family }: ComparedChild) =>
  `${given.map(({ text }) => text).join('')} ${family.map(({ text }) => text).join('')}`;

/** For a lead: the children who may be meant beside one another, any other child by looking up, all of several, or none. */
export function ChildCompare({ concernId, sending, choose, cancel }: ChildChoiceProps) {
  const styles = useStyles();
  const query = useQuery(compareQuery(useApi(), concernId));
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  if (query.isLoading) return <Loading label="Looking for pupils" rows={3} />;
  if (query.error) {
    const { code, message } = query.error;
    return <FailurePage code={code} message={message} level={2} retry={() => void query.refetch()} />;
  }
  const { items = [], together = [] } = query.data ?? {};
  const names = together.flatMap((id) => items.filter((child) => child.id === id).map(fullName));
  const submit = () => {
    setMissing(chosen === '');
    const [child = '', ...others] = chosen.split(',');
    if (child !== '' && !sending) choose(child, others);
  };
  const look = (text: string) => {
    setChosen('');
    setWords(text);
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
      {items.length > 0 && <NamePartsLegend />}
      <ChildLookUp find={look} />
      <Field
        className={styles.field}
        label={labelOf(words, items.length)}
        {...(missing && { validationMessage: 'Choose one, or “Not on our list”.' })}
      >
        <RadioGroup
          className={styles.group}
          value={chosen}
          onChange={(_, { value }) => {
            setChosen(value);
            setMissing(false);
          }}
        >
          {words !== '' && <FoundChildren concernId={concernId} words={words} />}
          {words === '' && items.length > 0 && <ChildCards items={items} label="Children who may be meant" />}
          {words === '' && names.length > 1 && (
            <Radio
              value={together.join(',')}
              label={
                <span className={styles.plain}>
                  {togetherText(names)}. The first becomes the child of this concern.
                </span>
              }
            />
          )}
          <Radio value="not-on-list" label={<span className={styles.plain}>{childState['not-on-list']}</span>} />
        </RadioGroup>
      </Field>
      <span className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          {sending ? 'Saving…' : 'Save'}
        </Button>
        {words !== '' && <Button onClick={() => look('')}>Back to those offered</Button>}
        <Button appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}

function labelOf(words: string, offered: number): string {
  if (words !== '') return `Found by looking up “${words}”`;
  return offered > 0 ? 'Choose the child' : 'Nobody on our list has a name like this. Look the child up';
}
