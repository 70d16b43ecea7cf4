import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Colleague } from '../../src/areas/meetings/contract.ts';
import { useAnnounce } from '../components/announcer.tsx';
import type { CallDraft } from './call-draft.ts';
import { ChosenList } from './chosen-list.tsx';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  select: { flex: '1 1 200px', minWidth: 0 },
});

export interface StaffFieldProps {
  /** Who works at the school. */
  readonly people: readonly Colleague[];
  readonly draft: Pick<CallDraft, 'chair' | 'minuteTaker' | 'staff'>;
  readonly change: (over: { readonly staff: readonly string[] }) => void;
  readonly fault: string | undefined;
}

/** Staff who are asked beside whoever chairs and minutes it. */
export function StaffField({ people, draft: { chair, minuteTaker, staff }, change, fault }: StaffFieldProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [next, setNext] = useState('');
  const taken = new Set([chair, minuteTaker, ...staff]);
  const offered = people.filter(({ person }) => !taken.has(person));
  const chosen = staff.flatMap((id) => people.filter(({ person }) => person === id));
  const chosenNext = offered.some(({ person }) => person === next) ? next : '';
  return (
    <div className={styles.parts}>
      <Field
        label="Staff"
        hint="Who else of the school is asked. They see when and where, and nothing of whom it is about."
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
                change({ staff: [...staff, chosenNext] });
                setNext('');
                announce(`${staff.length + 1} of the staff are asked`);
              }}
            >
              Ask them
            </Button>
          </div>
        )}
      </Field>
      <ChosenList
        label="Staff who are asked"
        items={chosen.map(({ person, name }) => ({ id: person, text: name }))}
        remove={(id) => change({ staff: staff.filter((one) => one !== id) })}
      />
    </div>
  );
}
