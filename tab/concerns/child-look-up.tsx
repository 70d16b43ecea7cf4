import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useState } from 'react';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', width: '100%' },
  input: { flexGrow: 1, maxWidth: '360px', minWidth: '180px' },
});

export interface ChildLookUpProps {
  readonly find: (words: string) => void;
  readonly invalid?: boolean;
}

/** Asks for the beginning of a name. Stands inside other forms, so Enter looks up and sends nothing. */
export function ChildLookUp({ find, invalid }: ChildLookUpProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const press = () => {
    if (typed.trim().length > 1) find(typed.trim());
  };
  return (
    <div role="search" className={styles.line}>
      <Input
        className={styles.input}
        type="search"
        aria-label="Look up any child of your school"
        placeholder="Look up: a name, or how it begins"
        autoComplete="off"
        maxLength={200}
        {...(invalid && { 'aria-invalid': true })}
        contentBefore={<Search20Regular aria-hidden />}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          press();
        }}
      />
      <Button onClick={press}>Look up</Button>
    </div>
  );
}
