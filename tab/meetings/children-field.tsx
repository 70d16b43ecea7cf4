import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ChildByName } from '../../src/areas/need-to-know/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { useChildName } from '../components/child-name.tsx';
import { Notice } from '../components/notice.tsx';
import { yearText } from '../concerns/year-text.ts';
import { childrenByNameQuery } from '../need-to-know/queries.ts';
import { ChosenList } from './chosen-list.tsx';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  input: { flex: '1 1 200px', minWidth: 0 },
  found: { display: 'grid', gap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  child: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  none: { color: tokens.colorNeutralForeground2 },
});

export interface ChildrenFieldProps {
  readonly school: string;
  readonly required: boolean;
  readonly chosen: readonly ChildByName[];
  readonly change: (children: readonly ChildByName[]) => void;
  readonly fault: string | undefined;
}

/** The children whom a meeting is about, each by the whole name. Stands inside another form, so Enter looks up and sends nothing. */
export function ChildrenField({ school, required, chosen, change, fault }: ChildrenFieldProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const nameOf = useChildName();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const { data, error, isLoading } = useQuery(childrenByNameQuery(useApi(), words));
  const found = data?.items.filter((child) => child.school === school && !child.hasLeft);
  const count = found?.length;
  useEffect(() => {
    if (count !== undefined) announce(count === 1 ? 'One child found' : `${count} children found`);
  }, [announce, count]);
  const offered = (found ?? []).filter(({ id }) => chosen.every((child) => child.id !== id));
  const textOf = (child: ChildByName) => `${nameOf(child.name)}, ${yearText(child.yearGroup)}, ${child.formGroup}`;
  const press = () => setWords(typed.trim());
  return (
    <div className={styles.parts}>
      <Field
        label="Children"
        required={required}
        hint="Given and family name as on the roll, then “Look up”; one after the other."
        {...(fault !== undefined && { validationMessage: fault })}
      >
        {(control) => (
          <div ref={field} className={styles.line}>
            <Input
              {...control}
              className={styles.input}
              type="search"
              autoComplete="off"
              maxLength={200}
              contentBefore={<Search20Regular aria-hidden />}
              value={typed}
              onChange={(_, { value }) => setTyped(value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                press();
              }}
            />
            <Button onClick={press} disabledFocusable={isLoading}>
              Look up
            </Button>
          </div>
        )}
      </Field>
      {error && <Notice intent="error">{error.message}</Notice>}
      {count === 0 && (
        <span className={styles.none}>
          No child on this school’s roll has this whole name. Write it as the register has it.
        </span>
      )}
      {offered.length > 0 && (
        <ul className={styles.found} aria-label="Children found">
          {offered.map((child) => (
            <li key={child.id} className={styles.child}>
              <bdi>{textOf(child)}</bdi>
              <Button
                size="small"
                aria-label={`Add ${textOf(child)}`}
                onClick={() => {
                  change([...chosen, child]);
                  setTyped('');
                  setWords('');
                  field.current?.querySelector('input')?.focus();
                }}
              >
                Add
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ChosenList
        label="Children of the meeting"
        items={chosen.map((child) => ({ id: child.id, text: textOf(child) }))}
        remove={(id) => change(chosen.filter((child) => child.id !== id))}
      />
    </div>
  );
}
