import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PersonQuestionMark20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { ChildName } from '../components/child-name.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';

/** Comes when it is wanted: most concerns know their child. */
const ChildCompare = lazy(() => import('./child-compare.tsx').then((m) => ({ default: m.ChildCompare })));

const useStyles = makeStyles({
  card: { padding: '14px 20px', display: 'grid', gap: '12px', marginTop: '16px', '@media print': { display: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
  state: { display: 'flex', gap: '8px', alignItems: 'center', fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
});

/** Settles which child is meant, for those who may, while it is open. The pupils are asked for only when they are wanted. */
export function ChildSection({ concern }: { readonly concern: ConcernDetail }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const act = useAct<{ readonly rev: number; readonly child: string; readonly others?: readonly string[] }>({
    send: (request) => api.child(concern.id, request),
    decided: () => queries.invalidateQueries({ queryKey: ['concern', concern.id] }),
  });
  const asks = concern.childState === 'unresolved' && concern.abilities.resolve && !act.done;
  if (!asks && !act.done && !act.failure) return null;
  const close = () => {
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <Card className={styles.card} aria-label="Which child">
      {asks && (
        <div ref={opener} className={styles.line}>
          <span className={styles.state}>
            <PersonQuestionMark20Regular className={styles.icon} aria-hidden />
            <span>
              The reporter wrote “<ChildName name={concern.childAsTyped} />
              ”. It is not settled which child that is.
            </span>
          </span>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            Which child is this?
          </Button>
        </div>
      )}
      {asks && open && (
        <Suspense fallback={<Loading label="Looking for pupils" rows={3} />}>
          <ChildCompare
            concernId={concern.id}
            sending={act.sending}
            choose={(child, others) => act.press({ rev: concern.rev, child, ...(others.length > 0 && { others }) })}
            cancel={close}
          />
        </Suspense>
      )}
      {act.done && <Notice intent="success">{`Saved: it is settled which child ${concern.ref} is about.`}</Notice>}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </Card>
  );
}
