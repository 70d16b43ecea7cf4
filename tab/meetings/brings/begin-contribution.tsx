import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { BeginContributionRequest, MeetingChildItem } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { ChildName, useChildName } from '../../components/child-name.tsx';
import { Notice } from '../../components/notice.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '8px', justifyItems: 'start' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface BeginContributionProps {
  readonly meeting: string;
  readonly place: MeetingChildItem;
}

/** A child of the meeting for whom nothing is written yet. */
export function BeginContribution({ meeting, place }: BeginContributionProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const nameOf = useChildName();
  const act = useAct<Omit<BeginContributionRequest, 'form'>>({
    send: (request) => api.beginContribution(meeting, request),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
  return (
    <div className={styles.part}>
      <h3 className={styles.name}>
        <ChildName name={place.name} />
      </h3>
      <p className={styles.none}>Nothing is written yet.</p>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      <Button
        disabledFocusable={act.sending}
        aria-label={`Begin: ${nameOf(place.name)}`}
        onClick={() => act.press({ child: place.id })}
      >
        {act.sending ? 'Beginning…' : 'Begin'}
      </Button>
    </div>
  );
}
