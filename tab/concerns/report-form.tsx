import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { reportForm, type ReportQuestion as Question } from '../../src/areas/concerns/fields.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { useReportDraft, type ReportAnswers, type ReportBody } from './report-draft.ts';
import { reportFaults } from './report-faults.ts';
import { ReportQuestion } from './report-question.tsx';

const useStyles = makeStyles({
  card: { padding: '20px' },
  form: { display: 'grid', gap: '20px', maxWidth: '640px' },
  send: { justifySelf: 'start' },
});

const questions = Object.entries<Question>(reportForm.questions) as [keyof ReportAnswers, Question][];

export interface ReportFormProps {
  readonly sending: boolean;
  readonly failure: ApiFailure | null;
  readonly send: (report: ReportBody) => void;
}

/** The questions of a report. What is typed is kept while one moves about in Lantern, and whatever goes wrong. */
export function ReportForm({ sending, failure, send }: ReportFormProps) {
  const styles = useStyles();
  const draft = useReportDraft();
  const [answers, setAnswers] = useState(draft.answers);
  const [tried, setTried] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const faults = reportFaults(answers);
  const change = (name: keyof ReportAnswers, value: string) => {
    draft.answers = { ...draft.answers, [name]: value };
    setAnswers(draft.answers);
  };
  const submit = () => {
    setTried(tried + 1);
    const [first] = faults;
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first[0]}"]`)?.focus();
    if (!sending) send(answers as ReportBody);
  };
  return (
    <Card className={styles.card} aria-label={reportForm.title}>
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
        {questions.map(([name, question]) => (
          <ReportQuestion
            key={name}
            name={name}
            question={question}
            value={answers[name]}
            change={(value) => change(name, value)}
            fault={tried > 0 ? faults.find(([fault]) => fault === name)?.[1] : undefined}
          />
        ))}
        {failure && !sending && <Notice intent="error">{sayOf(failure)}</Notice>}
        <Button type="submit" appearance="primary" size="large" className={styles.send} disabledFocusable={sending}>
          {sending ? 'Sending…' : reportForm.send}
        </Button>
      </form>
    </Card>
  );
}

const sayOf = ({ message, decided }: ApiFailure) =>
  decided
    ? `${message} What you wrote is still here.`
    : `${message} What you wrote is still here: send it again as it is, it is never taken twice.`;
