import { Button, Field, Textarea, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', maxWidth: '640px', '@media print': { display: 'none' } },
  buttons: { display: 'flex', gap: '8px' },
});

export interface WordsFormProps {
  readonly label: string;
  readonly hint?: string;
  /** What is said when nothing is written. */
  readonly missing: string;
  readonly submit: string;
  readonly sending: boolean;
  readonly send: (words: string) => void;
  readonly cancel: () => void;
}

/** A few words that an act cannot do without: what was done, or why not. */
export function WordsForm({ label, hint, missing, submit, sending, send, cancel }: WordsFormProps) {
  const styles = useStyles();
  const [words, setWords] = useState('');
  const [wanting, setWanting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector('textarea')?.focus();
  useEffect(focus, []);
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const empty = words.trim() === '';
        setWanting(empty);
        if (empty) focus();
        else send(words);
      }}
    >
      <Field label={label} required {...(hint && { hint })} {...(wanting && { validationMessage: missing })}>
        <Textarea
          value={words}
          maxLength={4000}
          resize="vertical"
          onChange={(_, { value }) => {
            setWords(value);
            setWanting(false);
          }}
        />
      </Field>
      <span className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          {sending ? 'Saving…' : submit}
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          Back
        </Button>
      </span>
    </form>
  );
}
