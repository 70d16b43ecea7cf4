import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { HandRight20Regular, PersonAvailable20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { absoluteTime } from '../components/school-time.ts';

const useStyles = makeStyles({
  card: { padding: '14px 20px', display: 'grid', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
  state: { display: 'flex', gap: '8px', alignItems: 'center', fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
  button: { '@media print': { display: 'none' } },
});

/** Who has the concern in hand, and "I take this" for those who may. */
export function TakeSection({ concern }: { readonly concern: ConcernDetail }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const act = useAct<{ readonly rev: number }>({
    send: (request) => api.take(concern.id, request),
    decided: () => queries.invalidateQueries({ queryKey: ['concern', concern.id] }),
  });
  const taken = concern.status !== 'submitted';
  const Icon = taken ? PersonAvailable20Regular : HandRight20Regular;
  return (
    <Card className={styles.card} aria-label="Who has this">
      <div className={styles.line}>
        <span className={styles.state}>
          <Icon className={styles.icon} aria-hidden />
          <span>{taken ? takenLine(concern) : 'Nobody has taken this yet'}</span>
        </span>
        {concern.abilities.take && !act.done && (
          <Button
            className={styles.button}
            appearance="primary"
            size="large"
            disabledFocusable={act.sending}
            onClick={() => act.press({ rev: concern.rev })}
          >
            {act.sending ? 'Taking…' : 'I take this'}
          </Button>
        )}
      </div>
      {act.done && <Notice intent="success">{`You have taken ${concern.ref}.`}</Notice>}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </Card>
  );
}

function takenLine({ takenByName, takenAt, handedOverAt }: ConcernDetail): string {
  const since = handedOverAt ?? takenAt;
  return `With ${takenByName ?? 'a colleague'}${since ? ` since ${absoluteTime(since)}` : ''}`;
}
