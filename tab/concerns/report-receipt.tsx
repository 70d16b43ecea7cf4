import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark48Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReportReceipt as Receipt } from '../../src/areas/concerns/contract.ts';
import { concernStatus, reportForm } from '../../src/areas/concerns/fields.ts';
import { Card } from '../components/card.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';
import { ReceiptChild } from './receipt-child.tsx';

const useStyles = makeStyles({
  card: { padding: '20px', display: 'grid', gap: '16px', justifyItems: 'start' },
  head: { display: 'flex', gap: '12px', alignItems: 'center' },
  icon: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, ':focus': { outlineStyle: 'none' } },
  facts: { margin: 0, display: 'grid', gap: '12px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0 },
  next: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
  link: { color: tokens.colorBrandForegroundLink },
});

/** What the reporter keeps: reference, time, whom to telephone. No name of a child and no narrative. */
export function ReportReceipt({ receipt, again }: { readonly receipt: Receipt; readonly again: () => void }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { duty } = receipt;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Reference', receipt.ref],
    ['Received', <When instant={receipt.reportedAt} />],
    [
      'On duty',
      duty ? (
        <>
          <bdi>{duty.name}</bdi>, <PhoneLink phone={duty.phone} />
        </>
      ) : (
        'Your safeguarding leads have been told'
      ),
    ],
    ['Now', concernStatus.submitted],
  ];
  return (
    <>
      <Card className={styles.card} aria-labelledby="receipt">
        <div className={styles.head}>
          <ShieldCheckmark48Regular className={styles.icon} aria-hidden />
          <h2 id="receipt" ref={title} tabIndex={-1} className={styles.title}>
            {reportForm.received}
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
        <div className={styles.next}>
          <Link to="/reports" className={styles.link}>
            See where my reports stand
          </Link>
          <Button onClick={again}>Report another concern</Button>
        </div>
      </Card>
      {receipt.asksChild && <ReceiptChild concernId={receipt.concern} reference={receipt.ref} />}
    </>
  );
}
