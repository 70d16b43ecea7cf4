import { Button, makeStyles } from '@fluentui/react-components';
import { Suspense, useRef, useState } from 'react';
import type { ReportItem } from '../../src/areas/concerns/contract.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { reportAddendumForm as Form } from './report-addendum-form.ts';

const useStyles = makeStyles({
  more: { gridColumn: '1 / -1', display: 'grid', gap: '8px', justifyItems: 'start' },
  form: { width: '100%' },
  button: { '@media print': { display: 'none' } },
});

/** "Add to this report": the reporter's own way to say that something has changed or was forgotten. */
export function ReportAddendum({ report }: { readonly report: Pick<ReportItem, 'id' | 'ref'> }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<string>();
  const opener = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={opener} className={styles.more}>
      <Button
        className={styles.button}
        size="small"
        aria-label={`Add to ${report.ref}`}
        aria-expanded={open}
        onClick={() => {
          setTold(undefined);
          setOpen(!open);
        }}
      >
        Add to this report
      </Button>
      {open && (
        <Suspense fallback={<Loading label="Opening the form" rows={2} />}>
          <div className={styles.form}>
            <Form
              concern={report}
              cancel={close}
              done={(text) => {
                setTold(text);
                close();
              }}
            />
          </div>
        </Suspense>
      )}
      {told !== undefined && <Notice intent="success">{told}</Notice>}
    </div>
  );
}
