import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ArrangeAgendaRequest } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Notice } from '../components/notice.tsx';
import { arrangedOf, type DraftPoint } from './agenda-draft.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 12px',
    alignItems: 'center',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media print': { display: 'none' },
  },
});

export interface SaveAgendaProps {
  readonly meeting: string;
  readonly points: readonly DraftPoint[];
  /** Forgets what was done and not saved. */
  readonly drop: () => void;
}

/** Keeps what was done to an agenda, or gives it up. */
export function SaveAgenda({ meeting, points, drop }: SaveAgendaProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const act = useAct<Omit<ArrangeAgendaRequest, 'form'>>({
    async send(request) {
      await api.arrangeAgenda(meeting, request);
      await queries.invalidateQueries({ queryKey: ['meeting', meeting] });
      drop();
      announce('The agenda is saved');
      document.getElementById('agenda')?.focus();
    },
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
  return (
    <>
      <div className={styles.bar} role="group" aria-label="Changes to the agenda">
        <span>The agenda has changes that are not saved.</span>
        <Button
          appearance="primary"
          disabledFocusable={act.sending}
          onClick={() => act.press({ points: arrangedOf(points) })}
        >
          {act.sending ? 'Saving…' : 'Save the agenda'}
        </Button>
        <Button appearance="subtle" disabledFocusable={act.sending} onClick={drop}>
          Undo the changes
        </Button>
      </div>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </>
  );
}
