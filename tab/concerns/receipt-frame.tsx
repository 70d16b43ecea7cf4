import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark48Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../components/card.tsx';

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

export interface ReceiptFrameProps {
  readonly title: string;
  readonly facts: readonly (readonly [string, ReactNode])[];
  readonly again: () => void;
  readonly children?: ReactNode;
}

/** What a reporter keeps of a report: that it is safe, its facts, and how it goes on. It takes the form's place. */
export function ReceiptFrame({ title, facts, again, children }: ReceiptFrameProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card className={styles.card} aria-labelledby="receipt">
      <div className={styles.head}>
        <ShieldCheckmark48Regular className={styles.icon} aria-hidden />
        <h2 id="receipt" ref={heading} tabIndex={-1} className={styles.title}>
          {title}
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
      {children}
      <div className={styles.next}>
        <Link to="/reports" className={styles.link}>
          See where my reports stand
        </Link>
        <Button onClick={again}>Report another concern</Button>
      </div>
    </Card>
  );
}
