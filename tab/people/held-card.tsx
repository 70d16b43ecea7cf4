import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HeldRoster, PlannedAnswer, RosterPreview } from '../../src/areas/people/contract.ts';
import { rosterSource } from '../../src/areas/people/fields.ts';
import { useApi } from '../api/api-context.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';

const useStyles = makeStyles({
  card: { padding: '16px 20px', marginBottom: '16px', display: 'grid', gap: '12px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface HeldCardProps {
  readonly held: HeldRoster;
  readonly shown: (preview: PlannedAnswer & HeldRoster) => void;
}

/** Offers what one has looked at and not imported, for as long as Lantern keeps it. Names are shown when one asks for them. */
export function HeldCard({ held, shown }: HeldCardProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const anew = () => queries.invalidateQueries({ queryKey: ['roster'] });
  const look = useMutation<RosterPreview, ApiFailure>({
    mutationFn: () => api.previewRoster({ held: held.held }),
    onSuccess: (answer) => {
      if (answer.state !== 'unreadable') shown(answer);
    },
    onError: () => void anew(),
  });
  const drop = useMutation<unknown, ApiFailure>({
    mutationFn: () => api.discardRoster({ held: held.held }),
    onSettled: () => void anew(),
  });
  const failure = look.error ?? drop.error;
  return (
    <Card className={styles.card} aria-labelledby="roster-held">
      <h2
        className={styles.title}
        id="roster-held"
      >{`You looked at a roster of ${held.school.name} and have not imported it`}</h2>
      <p className={styles.text}>{`${rosterSource[held.source]}. Lantern keeps it for half an hour, for you alone.`}</p>
      {failure && <Notice intent="error">{failure.message}</Notice>}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={look.isPending} onClick={() => look.mutate()}>
          Go on with it
        </Button>
        <Button disabledFocusable={drop.isPending} onClick={() => drop.mutate()}>
          Do not import
        </Button>
      </div>
    </Card>
  );
}
