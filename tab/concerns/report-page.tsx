import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { ReportReceipt as Receipt } from '../../src/areas/concerns/contract.ts';
import { reportForm } from '../../src/areas/concerns/fields.ts';
import type { StaffReported } from '../../src/areas/staff-concerns/contract.ts';
import { reportAbout } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Loading } from '../components/loading.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { DangerLine } from './danger-line.tsx';
import { dutyQuery } from './queries.ts';
import { QuestionForm } from './question-form.tsx';
import { emptyAnswers, useReportDraft, type ReportBody, type StaffAnswers } from './report-draft.ts';
import { ReportReceipt } from './report-receipt.tsx';

const StaffReport = lazy(async () => ({ default: (await import('../staff-concerns/staff-report.tsx')).StaffReport }));

const useStyles = makeStyles({ page: { display: 'grid', gap: '16px', paddingTop: '12px' } });

/** Reports a concern: for every member of staff. The form stays until the server says that it has the report. */
export function ReportPage() {
  const [form, setForm] = useState(0);
  return <OneReport key={form} again={() => setForm(form + 1)} />;
}

/** Whom it is about is the first choice of every report; once it is received there is nothing to choose any more. */
function OneReport({ again }: { readonly again: () => void }) {
  const styles = useStyles();
  const [about, setAbout] = useState<'child' | 'adult'>('child');
  const duty = useQuery(dutyQuery(useApi()));
  const draft = useReportDraft();
  const [child, adult] = [useReportOfChild(), useReportOfAdult()];
  return (
    <main className={styles.page}>
      <DangerLine duty={about === 'child' ? duty.data : {}} />
      <PageHeading>{reportForm.title}</PageHeading>
      {!child.done && !adult.done && (
        <Field label={reportAbout.question}>
          <RadioGroup
            value={about}
            // Whoever chose the other form meanwhile would not see the receipt.
            disabled={child.sending || adult.sending}
            onChange={(_, { value }) => setAbout(value as typeof about)}
          >
            <Radio value="child" label={reportAbout.child} />
            <Radio value="adult" label={reportAbout.adult} />
          </RadioGroup>
        </Field>
      )}
      {about === 'adult' ? (
        <Suspense fallback={<Loading label="Opening the form" rows={4} />}>
          <StaffReport act={adult} again={again} />
        </Suspense>
      ) : child.answer ? (
        <ReportReceipt receipt={child.answer} again={again} />
      ) : (
        <QuestionForm
          form={reportForm}
          typed={draft.answers}
          keep={(answers) => (draft.answers = answers)}
          sending={child.sending}
          failure={child.failure}
          send={(answers) => child.press(answers as ReportBody)}
        />
      )}
    </main>
  );
}

function useReportOfChild() {
  const api = useApi();
  const queries = useQueryClient();
  const draft = useReportDraft();
  return useAct<ReportBody, Receipt>({
    intent: draft.intent,
    async send(report) {
      const receipt = await api.report(report);
      draft.answers = emptyAnswers;
      return receipt;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  });
}

function useReportOfAdult() {
  const api = useApi();
  const queries = useQueryClient();
  const draft = useReportDraft();
  return useAct<StaffAnswers, StaffReported>({
    intent: draft.adultIntent,
    async send(report) {
      const receipt = await api.reportStaff(report as never);
      draft.clearAdult();
      return receipt;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['staff-reports'] }),
  });
}
