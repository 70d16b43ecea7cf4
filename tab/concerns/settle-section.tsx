import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentError20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import type { Filed, SettleRequest } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { DifferenceChoice } from './difference-choice.tsx';
import { settlingOfConcerns, type Settling } from './settling.ts';

const useStyles = makeStyles({
  card: { padding: '14px 20px', display: 'grid', gap: '12px', marginBottom: '16px', justifyItems: 'start' },
  state: { display: 'flex', gap: '8px', alignItems: 'flex-start', fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
  button: { '@media print': { display: 'none' } },
});

export interface SettleSectionProps {
  readonly concern: {
    readonly id: string;
    readonly ref: string;
    readonly rev: number;
    readonly filed: Filed;
    readonly abilities: { readonly settle: boolean };
  };
  readonly of?: Settling;
  /** Key of the query that is asked anew once it is decided. */
  readonly decided?: readonly string[];
}

/** Says that filing has stopped and, to those who may decide, what both sides hold. */
export function SettleSection(props: SettleSectionProps) {
  const { concern, of = settlingOfConcerns, decided = ['concern', concern.id] } = props;
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const act = useAct<Omit<SettleRequest, 'form'>>({
    send: (request) => of.settle(api)(concern.id, request),
    decided: () => queries.invalidateQueries({ queryKey: decided }),
  });
  if (concern.filed !== 'stopped' && !act.done && !act.failure) return null;
  return (
    <Card className={styles.card} aria-label="Filing in SharePoint">
      {concern.filed === 'stopped' && (
        <span className={styles.state}>
          <DocumentError20Regular className={styles.icon} aria-hidden />
          <span>
            This is safe in Lantern, but SharePoint does not hold all of it: filing has stopped until somebody decides.
          </span>
        </span>
      )}
      {concern.abilities.settle && !act.done && (
        <DifferenceChoice
          concernId={concern.id}
          of={of}
          rev={concern.rev}
          sending={act.sending}
          settle={(keep) => act.press({ rev: concern.rev, keep })}
        />
      )}
      {act.done && <Notice intent="success">{`Decided: ${concern.ref} is being filed.`}</Notice>}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      {act.failure?.decided && (
        <Button
          className={styles.button}
          onClick={() => void queries.invalidateQueries({ queryKey: ['differences', concern.id] })}
        >
          Look again
        </Button>
      )}
    </Card>
  );
}
