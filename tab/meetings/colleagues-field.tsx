import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Colleague } from '../../src/areas/meetings/contract.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { ChosenList } from './chosen-list.tsx';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  select: { flex: '1 1 200px', minWidth: 0 },
});

export interface ColleaguesFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Who works at the school. */
  readonly people: readonly Pick<Colleague, 'person' | 'name' | 'job'>[];
  /** Those who have their place already, and are not offered. */
  readonly taken?: readonly string[];
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
  readonly fault: string | undefined;
  /** What the button says that takes one in. */
  readonly take: string;
  /** What is said aloud when so many are chosen. */
  readonly announced: (count: number) => string;
  /** What the list of those chosen is called. */
  readonly list: string;
}

/** People of the school, chosen one after another. */
export function ColleaguesField(props: ColleaguesFieldProps) {
  const { label, hint, required = false, people, taken = [], chosen, change, fault, take, announced, list } = props;
  const styles = useStyles();
  const announce = useAnnounce();
  const [next, setNext] = useState('');
  const offered = people.filter(({ person }) => !taken.includes(person) && !chosen.includes(person));
  const chosenNext = offered.some(({ person }) => person === next) ? next : '';
  return (
    <div className={styles.parts}>
      <Field
        label={label}
        required={required}
        {...(hint && { hint })}
        {...(fault !== undefined && { validationMessage: fault })}
      >
        {(control) => (
          <div className={styles.line}>
            <Select
              {...control}
              className={styles.select}
              value={chosenNext}
              onChange={(_, { value }) => setNext(value)}
            >
              <option value="">Choose somebody</option>
              {offered.map(({ person, name, job }) => (
                <option key={person} value={person}>
                  {job ? `${name}, ${job}` : name}
                </option>
              ))}
            </Select>
            <Button
              onClick={() => {
                if (chosenNext === '') return;
                change([...chosen, chosenNext]);
                setNext('');
                announce(announced(chosen.length + 1));
              }}
            >
              {take}
            </Button>
          </div>
        )}
      </Field>
      <ChosenList
        label={list}
        items={chosen.flatMap((id) =>
          people.filter(({ person }) => person === id).map(({ person, name }) => ({ id: person, text: name })),
        )}
        remove={(id) => change(chosen.filter((one) => one !== id))}
      />
    </div>
  );
}
