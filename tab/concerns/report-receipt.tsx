import type { ReportReceipt as Receipt } from '../../src/areas/concerns/contract.ts';
import { concernStatus, reportForm } from '../../src/areas/concerns/fields.ts';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';
import { ReceiptChild } from './receipt-child.tsx';
import { ReceiptFrame } from './receipt-frame.tsx';

/** What the reporter keeps: reference, time, whom to telephone. No name of a child and no narrative. */
export function ReportReceipt({ receipt, again }: { readonly receipt: Receipt; readonly again: () => void }) {
  const { duty } = receipt;
  const onDuty = duty ? (
    <>
      <bdi>{duty.name}</bdi>, <PhoneLink phone={duty.phone} />
    </>
  ) : (
    'Your safeguarding leads have been told'
  );
  return (
    <>
      <ReceiptFrame
        title={reportForm.received}
        facts={[
          ['Reference', receipt.ref],
          ['Received', <When instant={receipt.reportedAt} />],
          ['On duty', onDuty],
          ['Now', concernStatus.submitted],
        ]}
        again={again}
      />
      {receipt.asksChild && <ReceiptChild concernId={receipt.concern} reference={receipt.ref} />}
    </>
  );
}
