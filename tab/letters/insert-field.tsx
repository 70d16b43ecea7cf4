import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { mergeFields, type Addressee } from '../../src/areas/letters/fields.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px' },
  choice: { flexGrow: 1, maxWidth: '360px', minWidth: 0 },
});

interface InsertFieldProps {
  readonly addressee: Addressee;
  /** Called with the name of the field. */
  readonly insert: (field: string) => void;
}

/** Puts a field into the text where the caret stands: only those that the addressee may be told. */
export function InsertField({ addressee, insert }: InsertFieldProps) {
  const styles = useStyles();
  const offered = Object.entries(mergeFields).filter(([, { seenBy }]) => seenBy.includes(addressee));
  const [field, setField] = useState('');
  const chosen = offered.some(([name]) => name === field) ? field : (offered[0]?.[0] ?? '');
  return (
    <div className={styles.row}>
      <Field className={styles.choice} label="Field">
        <Select value={chosen} onChange={(_, { value }) => setField(value)}>
          {offered.map(([name, { label }]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Button onClick={() => insert(chosen)}>Put it into the text</Button>
    </div>
  );
}
