import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useState } from 'react';

const useStyles = makeStyles({ input: { maxWidth: '360px', minWidth: 0 } });

interface LookUpFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly required?: true;
  /** What is held against what was written. */
  readonly fault?: string | undefined;
  readonly looking: boolean;
  /** @param words without blanks around them */
  readonly lookUp: (words: string) => void;
}

/** A name in full, and a button that looks it up. Stands inside another form, so Enter looks up and sends nothing. */
export function LookUpField({ label, hint, most, required, fault, looking, lookUp }: LookUpFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const press = () => lookUp(typed.trim());
  return (
    <>
      <Field
        label={label}
        hint={hint}
        {...(required && { required })}
        {...(fault !== undefined && { validationMessage: fault })}
      >
        <Input
          className={styles.input}
          type="search"
          autoComplete="off"
          maxLength={most}
          contentBefore={<Search20Regular aria-hidden />}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            press();
          }}
        />
      </Field>
      <span>
        <Button onClick={press} disabledFocusable={looking}>
          Look up
        </Button>
      </span>
    </>
  );
}
