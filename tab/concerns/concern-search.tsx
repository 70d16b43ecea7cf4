import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingBottom: '12px', '@media print': { display: 'none' } },
  input: { flexGrow: 1, maxWidth: '480px', minWidth: '180px' },
});

const longest = 200;

export interface ConcernSearchProps {
  /** The words that are being searched for; empty when nothing is. */
  readonly words: string;
  /** Receives the words, or nothing to show all again. */
  readonly find: (words: string) => void;
}

/** Asks for words. They stay in this screen's memory: a child's name belongs into no address and no history. */
export function ConcernSearch({ words, find }: ConcernSearchProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(words);
  const form = useRef<HTMLFormElement>(null);
  const clear = () => {
    setTyped('');
    find('');
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      ref={form}
      role="search"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        find(typed.trim());
      }}
    >
      <Input
        className={styles.input}
        type="search"
        aria-label="Find concerns by name, reference or word"
        placeholder="Name, reference or word"
        autoComplete="off"
        maxLength={longest}
        contentBefore={<Search20Regular aria-hidden />}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
      <Button type="submit">Find</Button>
      {words !== '' && (
        <Button appearance="subtle" onClick={clear}>
          Show all
        </Button>
      )}
    </form>
  );
}
