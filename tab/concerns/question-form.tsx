import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import type { ReportQuestion as Question } from '../../src/areas/concerns/fields.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { reportFaults, type Answers } from './report-faults.ts';
import { ReportQuestion } from './report-question.tsx';

const useStyles = makeStyles({
  card: { padding: '20px', display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 640px)' },
  form: { display: 'grid', gap: '20px' },
  send: { justifySelf: 'start' },
});

export interface QuestionFormProps<K extends string> {
  readonly form: { readonly title: string; readonly send: string; readonly questions: Readonly<Record<K, Question>> };
  /** What was typed before, in this tab. */
  readonly typed: Answers<K>;
  /** Keeps what is typed while one moves about in Lantern, and whatever goes wrong. */
  readonly keep: (answers: Answers<K>) => void;
  readonly sending: boolean;
  readonly failure: ApiFailure | null;
  readonly send: (answers: Answers<K>) => void;
  /** What is said before any question. */
  readonly children?: ReactNode;
}

/** The questions of a report, as their declaration asks them. */
export function QuestionForm<K extends string>(props: QuestionFormProps<K>) {
  const { form: declared, typed, keep, sending, failure, send, children } = props;
  const styles = useStyles();
  const [answers, setAnswers] = useState(typed);
  const [tried, setTried] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const faults = reportFaults(declared.questions, answers);
  const submit = () => {
    setTried(tried + 1);
    const [first] = faults;
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first[0]}"]`)?.focus();
    if (!sending) send(answers);
  };
  return (
    <Card className={styles.card} aria-label={declared.title}>
      {children}
      <form
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {tried > 0 && faults.length > 0 && (
          <Notice key={tried} intent="error">
            {faults.length === 1 ? 'One question needs an answer.' : `${faults.length} questions need an answer.`}
          </Notice>
        )}
        {(Object.entries<Question>(declared.questions) as [K, Question][]).map(([name, question]) => (
          <ReportQuestion
            key={name}
            name={name}
            question={question}
            value={answers[name]}
            change={(value) => {
              const next = { ...answers, [name]: value };
              keep(next);
              setAnswers(next);
            }}
            fault={tried > 0 ? faults.find(([fault]) => fault === name)?.[1] : undefined}
          />
        ))}
        {failure && !sending && <Notice intent="error">{sayOf(failure)}</Notice>}
        <Button type="submit" appearance="primary" size="large" className={styles.send} disabledFocusable={sending}>
          {sending ? 'Sending…' : declared.send}
        </Button>
      </form>
    </Card>
  );
}

const sayOf = ({ message, decided }: ApiFailure) =>
  decided
    ? `${message} What you wrote is still here.`
    : `${message} What you wrote is still here: send it again as it is, it is never taken twice.`;
