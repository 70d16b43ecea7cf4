import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { ReportReceipt as Receipt } from '../../src/areas/concerns/contract.ts';
import { reportForm } from '../../src/areas/concerns/fields.ts';
import { reportAbout } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Loading } from '../components/loading.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { DangerLine } from './danger-line.tsx';
import { dutyQuery } from './queries.ts';
import { emptyAnswers, useReportDraft, type ReportBody } from './report-draft.ts';
import { ReportForm } from './report-form.tsx';
import { ReportReceipt } from './report-receipt.tsx';

const StaffReport = lazy(async () => ({ default: (await import('../staff-concerns/staff-report.tsx')).StaffReport }));

const useStyles = makeStyles({ page: { display: 'grid', gap: '16px', paddingTop: '12px' } });

/** Reports a concern: for every member of staff. The form stays until the server says that it has the report. */
export function ReportPage() {
  const [form, setForm] = useState(0);
  return <OneReport key={form} again={() => setForm(form + 1)} />;
}

/** The first choice of every report. It stays for the next one only as long as one writes. */
function OneReport({ again }: { readonly again: () => void }) {
  const styles = useStyles();
  const [about, setAbout] = useState<'child' | 'adult'>('child');
  const duty = useQuery(dutyQuery(useApi()));
  return (
    <main className={styles.page}>
      <DangerLine duty={about === 'child' ? duty.data : {}} />
      <PageHeading>{reportForm.title}</PageHeading>
      <Field label={reportAbout.question}>
        <RadioGroup value={about} onChange={(_, { value }) => setAbout(value as typeof about)}>
          <Radio value="child" label={reportAbout.child} />
          <Radio value="adult" label={reportAbout.adult} />
        </RadioGroup>
      </Field>
      {about === 'child' ? (
        <ChildReport again={again} />
      ) : (
        <Suspense fallback={<Loading label="Opening the form" rows={4} />}>
          <StaffReport again={again} />
        </Suspense>
      )}
    </main>
  );
}

function ChildReport({ again }: { readonly again: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const draft = useReportDraft();
  const act = useAct<ReportBody, Receipt>({
    intent: draft.intent,
    async send(report) {
      const receipt = await api.report(report);
      draft.answers = emptyAnswers;
      return receipt;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  });
  return act.answer ? (
    <ReportReceipt receipt={act.answer} again={again} />
  ) : (
    <ReportForm sending={act.sending} failure={act.failure} send={act.press} />
  );
}
