import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ChildByName as Child } from '../../src/areas/need-to-know/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useChildName } from '../components/child-name.tsx';
import { useAnnounce } from '../components/announcer.tsx';
import { LookUpField } from '../components/look-up-field.tsx';
import { Notice } from '../components/notice.tsx';
import { yearText } from '../concerns/year-text.ts';
import { childrenByNameQuery } from './queries.ts';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', width: '100%' },
  none: { color: tokens.colorNeutralForeground2 },
});

export interface ChildByNameProps {
  readonly chosen: Child | undefined;
  readonly choose: (child: Child | undefined) => void;
  /** What is held against it. */
  readonly fault: string | undefined;
}

/** A child of the roll, by the whole name. */
export function ChildByName({ chosen, choose, fault }: ChildByNameProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const nameOf = useChildName();
  const [words, setWords] = useState('');
  const { data, error, isLoading } = useQuery(childrenByNameQuery(useApi(), words));
  const count = data?.items.length;
  useEffect(() => {
    if (count !== undefined) announce(count === 1 ? 'One child found' : `${count} children found`);
  }, [announce, count]);
  return (
    <div className={styles.parts}>
      <LookUpField
        label="Child"
        hint="Given and family name as on the roll, then “Look up”."
        most={200}
        required
        fault={fault}
        looking={isLoading}
        lookUp={(name) => {
          choose(undefined);
          setWords(name);
        }}
      />
      {error && <Notice intent="error">{error.message}</Notice>}
      {count === 0 && (
        <span className={styles.none}>No child on the roll has this whole name. Write it as the register has it.</span>
      )}
      {data && count !== undefined && count > 0 && (
        <Field label="Which child?" required>
          <RadioGroup
            value={chosen?.id ?? ''}
            onChange={(_, { value }) => choose(data.items.find(({ id }) => id === value))}
          >
            {data.items.map((child) => (
              <Radio key={child.id} value={child.id} label={`${nameOf(child.name)}, ${placeOf(child)}`} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </div>
  );
}

const placeOf = ({ hasLeft, yearGroup, formGroup }: Child) =>
  hasLeft ? 'has left' : `${yearText(yearGroup)}, ${formGroup}`;
