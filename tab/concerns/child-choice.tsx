import { Button, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { ChildName, useChildName } from '../components/child-name.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { candidatesQuery } from './queries.ts';
import { togetherText } from './together-text.ts';
import { yearText } from './year-text.ts';
import { childState } from '../../src/areas/concerns/fields.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', justifyItems: 'start' },
  name: { color: tokens.colorNeutralForeground1 },
  detail: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', gap: '8px' },
});

export interface ChildChoiceProps {
  readonly concernId: string;
  readonly sending: boolean;
  /** Receives a pupil's id, or `not-on-list`, and the ids of others who were named with that child. */
  readonly choose: (child: string, others: readonly string[]) => void;
  readonly cancel: () => void;
}

/** The pupils who may be meant, and "Not on our list". Nothing is chosen beforehand: a wrong child is worse than none. */
export function ChildChoice({ concernId, sending, choose, cancel }: ChildChoiceProps) {
  const styles = useStyles();
  const shown = useChildName();
  const query = useQuery(candidatesQuery(useApi(), concernId));
  const [child, setChild] = useState('');
  const [missing, setMissing] = useState(false);
  if (query.isLoading) return <Loading label="Looking for pupils" rows={3} />;
  if (query.error) {
    const { code, message } = query.error;
    return <FailurePage code={code} message={message} level={2} retry={() => void query.refetch()} />;
  }
  const { items: pupils = [], together = [] } = query.data ?? {};
  const names = together.flatMap((id) => pupils.filter((pupil) => pupil.id === id).map(({ name }) => name));
  const submit = () => {
    setMissing(child === '');
    const [first = '', ...others] = child.split(',');
    if (first !== '' && !sending) choose(first, others);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={pupils.length > 0 ? 'Choose the child' : 'Nobody on our list has a name like this'}
        {...(missing && { validationMessage: 'Choose one, or “Not on our list”.' })}
      >
        <RadioGroup
          value={child}
          onChange={(_, { value }) => {
            setChild(value);
            setMissing(false);
          }}
        >
          {names.length > 1 && (
            <Radio
              value={together.join(',')}
              label={<span className={styles.name}>{togetherText(names.map(shown))}</span>}
            />
          )}
          {pupils.map((pupil) => (
            <Radio
              key={pupil.id}
              value={pupil.id}
              label={
                <>
                  <ChildName className={styles.name} name={pupil.name} />
                  <span className={styles.detail}>
                    {' '}
                    {yearText(pupil.yearGroup)}, form {pupil.formGroup}
                  </span>
                </>
              }
            />
          ))}
          <Radio value="not-on-list" label={<span className={styles.name}>{childState['not-on-list']}</span>} />
        </RadioGroup>
      </Field>
      <span className={styles.buttons}>
        <Button type="submit" disabledFocusable={sending}>
          {sending ? 'Saving…' : 'Save'}
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
