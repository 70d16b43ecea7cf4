import { Button, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ComparedChild, ComparedPage } from '../../src/areas/concerns/contract.ts';
import { Notice } from '../components/notice.tsx';
import { ChildCards } from './child-cards.tsx';
import { ChildLookUp } from './child-look-up.tsx';
import { FoundChildren } from './found-children.tsx';
import { NamePartsLegend } from './name-parts-legend.tsx';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '12px', justifyItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)', width: '100%' },
  field: { width: '100%' },
  group: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  plain: { color: tokens.colorNeutralForeground1 },
});

export interface ComparedChoiceProps {
  readonly concernId: string;
  readonly page: ComparedPage;
  /** Id of a child, or what a further choice stands for; empty while nothing is chosen. */
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is held against it. */
  readonly fault: string | undefined;
  /** What is asked, while children are offered for the name that was written. */
  readonly label: string;
  /** A child who cannot be meant. */
  readonly but?: string | undefined;
  /** A choice beside the children who are offered. */
  readonly beside?: { readonly value: string; readonly label: ReactNode } | undefined;
  /** The last choice: none of them. */
  readonly none: { readonly value: string; readonly label: string };
}

/** The children who may be meant, beside one another, and any other child of the school by looking up. A part of a form. */
export function ComparedChoice(props: ComparedChoiceProps) {
  const styles = useStyles();
  const { concernId, page, value, change, fault, but, beside, none } = props;
  const [words, setWords] = useState('');
  const items = page.items.filter(({ id }) => id !== but);
  const look = (text: string) => {
    change('');
    setWords(text);
  };
  return (
    <div className={styles.parts}>
      {items.length > 0 && <NamePartsLegend />}
      {page.withheld && words === '' && (
        <Notice intent="warning">
          Not every child who may be meant is shown to you. Leave this to another safeguarding lead, and choose nobody
          instead.
        </Notice>
      )}
      <ChildLookUp find={look} />
      <Field
        className={styles.field}
        label={labelOf(props.label, words, items)}
        {...(fault !== undefined && { validationMessage: fault })}
      >
        <RadioGroup className={styles.group} value={value} onChange={(_, chosen) => change(chosen.value)}>
          {words !== '' && <FoundChildren concernId={concernId} words={words} but={but} />}
          {words === '' && items.length > 0 && <ChildCards items={items} label="Children who may be meant" />}
          {words === '' && beside && (
            <Radio value={beside.value} label={<span className={styles.plain}>{beside.label}</span>} />
          )}
          <Radio value={none.value} label={<span className={styles.plain}>{none.label}</span>} />
        </RadioGroup>
      </Field>
      {words !== '' && <Button onClick={() => look('')}>Back to those offered</Button>}
    </div>
  );
}

function labelOf(asked: string, words: string, offered: readonly ComparedChild[]): string {
  if (words !== '') return `Found by looking up “${words}”`;
  return offered.length > 0 ? asked : 'Nobody on our list has a name like this. Look the child up';
}
