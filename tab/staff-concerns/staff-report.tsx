import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark48Regular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ReportQuestion as Question } from '../../src/areas/concerns/fields.ts';
import type { LadoContact, StaffReported } from '../../src/areas/staff-concerns/contract.ts';
import { staffReportForm } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';
import { useReportDraft, type StaffAnswers } from '../concerns/report-draft.ts';
import { ReportQuestion } from '../concerns/report-question.tsx';
import { ladoQuery } from './queries.ts';

const useStyles = makeStyles({
  card: { padding: '20px', display: 'grid', gap: '16px', justifyItems: 'start' },
  form: { display: 'grid', gap: '20px', width: '100%', maxWidth: '640px' },
  reads: { margin: 0, maxWidth: '640px' },
  send: { justifySelf: 'start' },
  head: { display: 'flex', gap: '12px', alignItems: 'center' },
  icon: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, ':focus': { outlineStyle: 'none' } },
  facts: { margin: 0, display: 'grid', gap: '12px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0 },
  link: { color: tokens.colorBrandForegroundLink },
});

const questions = Object.entries<Question>(staffReportForm.questions) as [keyof StaffAnswers, Question][];

/** A report about an adult: who reads it comes before any question, and the receipt takes the form's place. */
export function StaffReport({ again }: { readonly again: () => void }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const draft = useReportDraft();
  const lado = useQuery(ladoQuery(api)).data?.lado;
  const [answers, setAnswers] = useState(draft.ofAdult);
  const [tried, setTried] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct<StaffAnswers, StaffReported>({
    intent: draft.adultIntent,
    async send(report) {
      const receipt = await api.reportStaff(report as never);
      draft.clearAdult();
      return receipt;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['staff-reports'] }),
  });
  const faults = questions.filter(([name, { missing }]) => missing !== undefined && answers[name].trim() === '');
  const change = (name: keyof StaffAnswers, value: string) => {
    draft.ofAdult = { ...draft.ofAdult, [name]: value };
    setAnswers(draft.ofAdult);
  };
  if (act.answer) return <Receipt receipt={act.answer} again={again} />;
  return (
    <Card className={styles.card} aria-label={staffReportForm.title}>
      <p className={styles.reads}>
        {staffReportForm.whoReads} <LadoLine lado={lado} />
      </p>
      <form
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(tried + 1);
          const [first] = faults;
          if (first) form.current?.querySelector<HTMLElement>(`[name="${first[0]}"]`)?.focus();
          else if (!act.sending) act.press(answers);
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
            fault={tried > 0 ? faults.find(([fault]) => fault === name)?.[1].missing : undefined}
          />
        ))}
        {act.failure && !act.sending && (
          <Notice intent="error">{`${act.failure.message} What you wrote is still here.`}</Notice>
        )}
        <Button type="submit" appearance="primary" size="large" className={styles.send} disabledFocusable={act.sending}>
          {act.sending ? 'Sending…' : staffReportForm.send}
        </Button>
      </form>
    </Card>
  );
}

function LadoLine({ lado }: { readonly lado: LadoContact | undefined }) {
  if (lado?.phone === undefined) return <>{staffReportForm.noLado}</>;
  return (
    <>
      {staffReportForm.direct}: <bdi>{lado.name}</bdi>, <PhoneLink phone={lado.phone} />.
    </>
  );
}

function Receipt({ receipt, again }: { readonly receipt: StaffReported; readonly again: () => void }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const facts = [
    ['Reference', receipt.ref],
    ['Received', <When key="at" instant={receipt.reportedAt} />],
    ['Goes to', staffReportForm.toldTo[receipt.managedBy]],
    ['Now', receipt.state],
  ] as const;
  return (
    <Card className={styles.card} aria-labelledby="receipt">
      <div className={styles.head}>
        <ShieldCheckmark48Regular className={styles.icon} aria-hidden />
        <h2 id="receipt" ref={title} tabIndex={-1} className={styles.title}>
          {staffReportForm.received}
        </h2>
      </div>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {!receipt.told && <Notice intent="warning">{staffReportForm.untold}</Notice>}
      {receipt.managedBy === 'chair' && (
        <p className={styles.reads}>
          <LadoLine lado={receipt.lado} />
        </p>
      )}
      <p className={styles.reads}>Do not speak of it with colleagues.</p>
      <Link to="/reports" className={styles.link}>
        See where my reports stand
      </Link>
      <Button onClick={again}>Report another concern</Button>
    </Card>
  );
}
