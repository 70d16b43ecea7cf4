import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { staffReportForm } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { When } from '../components/when.tsx';
import { staffReportsQuery } from './queries.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '8px', justifyItems: 'start', marginTop: '16px', '@media print': { display: 'none' } },
  card: { width: '100%' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '1.2fr 1.4fr 1.6fr 1.2fr',
    gap: '4px 16px',
    padding: '14px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  ref: { fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0, padding: '14px 16px' },
  link: { color: tokens.colorBrandForegroundLink },
});

/** What one reported about adults: not before somebody asks for it, for a colleague may stand beside them. */
export function OwnStaffReports() {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.part}>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        My reports about adults
      </Button>
      {open && <Receipts />}
    </div>
  );
}

function Receipts() {
  const styles = useStyles();
  const { data, error } = useQuery(staffReportsQuery(useApi()));
  if (error) return <Notice intent="error">{error.message}</Notice>;
  if (!data) return <Loading label="Loading your reports about adults" rows={2} />;
  return (
    <>
      <Card className={styles.card}>
        {data.items.length === 0 ? (
          <p className={styles.none}>You have not reported anything about an adult.</p>
        ) : (
          <ul className={styles.list} aria-label="My reports about adults, newest first">
            {data.items.map(({ id, ref, reportedAt, state, managedBy, filed }) => (
              <li key={id} className={styles.item}>
                <span className={styles.ref}>{ref}</span>
                <When instant={reportedAt} />
                <span>
                  {state}. {staffReportForm.toldTo[managedBy]}
                </span>
                <FiledMark filed={filed} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Link to="/matters" className={styles.link}>
        Matters that were given to me
      </Link>
    </>
  );
}
