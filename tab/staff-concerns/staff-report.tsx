import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { LadoContact, StaffReported } from '../../src/areas/staff-concerns/contract.ts';
import { staffReportForm } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import type { Act } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';
import { QuestionForm } from '../concerns/question-form.tsx';
import { ReceiptFrame } from '../concerns/receipt-frame.tsx';
import { useReportDraft, type StaffAnswers } from '../concerns/report-draft.ts';
import { ladoQuery } from './queries.ts';

const useStyles = makeStyles({ line: { margin: 0, maxWidth: '640px' } });

export interface StaffReportProps {
  readonly act: Act<StaffAnswers, StaffReported>;
  readonly again: () => void;
}

/** A report about an adult: who reads it comes before any question, and the receipt takes the form's place. */
export function StaffReport({ act, again }: StaffReportProps) {
  const styles = useStyles();
  const draft = useReportDraft();
  const lado = useQuery(ladoQuery(useApi())).data?.lado;
  if (act.answer) return <Receipt receipt={act.answer} again={again} />;
  return (
    <QuestionForm
      form={staffReportForm}
      typed={draft.ofAdult}
      keep={(answers) => (draft.ofAdult = answers)}
      sending={act.sending}
      failure={act.failure}
      send={act.press}
    >
      <p className={styles.line}>
        {staffReportForm.whoReads} <LadoLine lado={lado} />
      </p>
    </QuestionForm>
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
  return (
    <ReceiptFrame
      title={staffReportForm.received}
      facts={[
        ['Reference', receipt.ref],
        ['Received', <When instant={receipt.reportedAt} />],
        ['Goes to', staffReportForm.toldTo[receipt.managedBy]],
        ['Now', receipt.state],
      ]}
      again={again}
    >
      {!receipt.told && <Notice intent="warning">{staffReportForm.untold}</Notice>}
      {receipt.managedBy === 'chair' && (
        <p className={styles.line}>
          <LadoLine lado={receipt.lado} />
        </p>
      )}
      <p className={styles.line}>Do not speak of it with colleagues.</p>
    </ReceiptFrame>
  );
}
