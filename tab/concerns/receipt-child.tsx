import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { ChildChoice } from './child-choice.tsx';

const useStyles = makeStyles({
  card: { padding: '20px', display: 'grid', gap: '12px', marginTop: '16px', '@media print': { display: 'none' } },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  why: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Asks the reporter which child is meant, where the name fits several or none. The report is safe whatever becomes of it. */
export function ReceiptChild({ concernId, reference }: { readonly concernId: string; readonly reference: string }) {
  const styles = useStyles();
  const api = useApi();
  const [later, setLater] = useState(false);
  const act = useAct<{ readonly child: string; readonly others?: readonly string[] }>({
    send: (request) => api.child(concernId, request),
    decided: () => Promise.resolve(),
  });
  // Somebody, perhaps oneself in the chat, has said it already.
  const settled = act.done || act.failure?.code === 'already-done' || act.failure?.code === 'not-found';
  return (
    <Card className={styles.card} aria-labelledby="which-child">
      <h2 id="which-child" className={styles.title}>
        Which child is this?
      </h2>
      {!settled && !later && (
        <>
          <p className={styles.why}>
            Your report {reference} is safe. This only helps your safeguarding lead to find the right child.
          </p>
          <ChildChoice
            concernId={concernId}
            sending={act.sending}
            choose={(child, others) => act.press({ child, ...(others.length > 0 && { others }) })}
            cancel={() => setLater(true)}
          />
          {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
        </>
      )}
      {settled && <Notice intent="success">Thank you: it is settled which child your report is about.</Notice>}
      {!settled && later && <Notice intent="success">Your safeguarding lead will find out.</Notice>}
    </Card>
  );
}
