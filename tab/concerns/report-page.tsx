import { makeStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportReceipt as Receipt } from '../../src/areas/concerns/contract.ts';
import { reportForm } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { DangerLine } from './danger-line.tsx';
import { dutyQuery } from './queries.ts';
import { emptyAnswers, useReportDraft, type ReportBody } from './report-draft.ts';
import { ReportForm } from './report-form.tsx';
import { ReportReceipt } from './report-receipt.tsx';

const useStyles = makeStyles({ page: { display: 'grid', gap: '16px', paddingTop: '12px' } });

/** Reports a concern: for every member of staff. The form stays until the server says that it has the report. */
export function ReportPage() {
  const [form, setForm] = useState(0);
  return <OneReport key={form} again={() => setForm(form + 1)} />;
}

function OneReport({ again }: { readonly again: () => void }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const draft = useReportDraft();
  const duty = useQuery(dutyQuery(api));
  const act = useAct<ReportBody, Receipt>({
    intent: draft.intent,
    async send(report) {
      const receipt = await api.report(report);
      draft.answers = emptyAnswers;
      return receipt;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  });
  return (
    <main className={styles.page}>
      <DangerLine duty={duty.data} />
      <PageHeading>{reportForm.title}</PageHeading>
      {act.answer ? (
        <ReportReceipt receipt={act.answer} again={again} />
      ) : (
        <ReportForm sending={act.sending} failure={act.failure} send={act.press} />
      )}
    </main>
  );
}
