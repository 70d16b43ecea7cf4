import { Button, Checkbox, Field, Input, Select, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { JournalFilter } from '../../src/areas/journal/contract.ts';
import { cameFrom, journalClass, journalKind } from '../../src/areas/journal/fields.ts';
import { Card } from '../components/card.tsx';

const useStyles = makeStyles({
  card: { padding: '12px 20px 16px', marginBottom: '12px', '@media print': { display: 'none' } },
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
    gap: '8px 16px',
    alignItems: 'end',
    // A choice is as wide as its longest option otherwise, and lies over the field beside it.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Select__select': { minWidth: 0 },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface FilterFormProps {
  readonly filter: JournalFilter;
  readonly people: readonly { readonly person: string; readonly name: string }[];
  readonly choose: (filter: JournalFilter) => void;
}

interface Wish {
  readonly person: string;
  readonly kind: string;
  readonly about: string;
  readonly door: string;
  readonly from: string;
  readonly to: string;
  readonly refused: string;
}

const nothing: Wish = { person: '', kind: '', about: '', door: '', from: '', to: '', refused: '' };
/** What was left open asks for nothing. */
const filterOf = (wish: Wish): JournalFilter =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ''));

const options = (of: Readonly<Record<string, string | { readonly label: string }>>) =>
  Object.entries(of).map(([id, word]) => [id, typeof word === 'string' ? word : word.label] as const);

/** Who, what and when. Nothing is asked before “Show”: each asking is in the journal. */
export function FilterForm({ filter, people, choose }: FilterFormProps) {
  const styles = useStyles();
  const [wish, setWish] = useState<Wish>({ ...nothing, ...filter });
  const change = (over: Partial<Wish>) => setWish({ ...wish, ...over });
  const backwards = wish.from !== '' && wish.to !== '' && wish.to < wish.from;
  const select = (
    label: string,
    name: 'person' | 'kind' | 'about' | 'door',
    any: string,
    of: readonly (readonly [string, string])[],
  ) => (
    <Field label={label}>
      <Select value={wish[name]} onChange={(_, { value }) => change({ [name]: value })}>
        <option value="">{any}</option>
        {of.map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </Select>
    </Field>
  );
  const day = (label: string, name: 'from' | 'to') => (
    <Field label={label} {...(name === 'to' && backwards && { validationMessage: 'This is before the first day.' })}>
      <Input type="date" value={wish[name]} onChange={(_, { value }) => change({ [name]: value })} />
    </Field>
  );
  return (
    <Card className={styles.card} aria-label="Narrow the journal">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!backwards) choose(filterOf(wish));
        }}
      >
        {select(
          'Who',
          'person',
          'Anybody',
          people.map(({ person, name }) => [person, name] as const),
        )}
        {select('Kind', 'kind', 'Anything', options(journalKind))}
        {select('About', 'about', 'Anything', options(journalClass))}
        {select('From', 'door', 'Anywhere', options(cameFrom))}
        {day('First day', 'from')}
        {day('Last day', 'to')}
        <Checkbox
          label="Only refusals"
          checked={wish.refused === 'yes'}
          onChange={(_, { checked }) => change({ refused: checked === true ? 'yes' : '' })}
        />
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary">
            Show
          </Button>
          {Object.keys(filter).length > 0 && (
            <Button
              appearance="subtle"
              onClick={() => {
                setWish(nothing);
                choose({});
              }}
            >
              Show everything
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
