import { Field, Input, Radio, RadioGroup, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportQuestion as Question } from '../../src/areas/concerns/fields.ts';

const useStyles = makeStyles({
  choice: { color: tokens.colorNeutralForeground1 },
  words: { '& textarea': { minHeight: '160px', maxHeight: 'none' } },
});

export interface ReportQuestionProps {
  readonly name: string;
  readonly question: Question;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong with it, once somebody has tried to send. */
  readonly fault: string | undefined;
}

/** One question of the report form, as its declaration says it is asked. */
export function ReportQuestion({ name, question, value, change, fault }: ReportQuestionProps) {
  const { label, hint, missing, of, lines } = question;
  const styles = useStyles();
  const plain = { name, value, autoComplete: 'off', ...(hint !== undefined && { placeholder: hint }) };
  return (
    <Field
      label={label}
      required={missing !== undefined}
      {...(fault !== undefined && { validationMessage: fault, validationState: 'error' as const })}
    >
      {of ? (
        <RadioGroup name={name} value={value} onChange={(_, data) => change(data.value)}>
          {Object.entries(of).map(([choice, words]) => (
            <Radio key={choice} value={choice} label={<span className={styles.choice}>{words}</span>} />
          ))}
        </RadioGroup>
      ) : lines === 'many' ? (
        <Textarea {...plain} className={styles.words} resize="vertical" onChange={(_, data) => change(data.value)} />
      ) : (
        <Input {...plain} onChange={(_, data) => change(data.value)} />
      )}
    </Field>
  );
}
