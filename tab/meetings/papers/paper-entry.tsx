import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { MeetingPaperItem } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { Notice } from '../../components/notice.tsx';
import { When } from '../../components/when.tsx';

const useStyles = makeStyles({
  entry: { display: 'grid', gap: '2px', justifyItems: 'start', overflowWrap: 'anywhere' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  readers: { display: 'grid', gap: '2px', margin: 0, paddingLeft: '20px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px', '@media print': { display: 'none' } },
});

export interface PaperEntryProps {
  readonly meeting: string;
  readonly item: MeetingPaperItem;
  readonly change: () => void;
  readonly withdrawn: () => void;
}

/** A paper of a meeting: who laid it, who may read it and who has. */
export function PaperEntry({ meeting, item, change, withdrawn }: PaperEntryProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const act = useAct<object>({
    send: (request) => api.withdrawPaper(meeting, item.id, request).then(withdrawn),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
  const { heading, addedByName, addedAt, readers, mayChange, mayWithdraw } = item;
  return (
    <li className={styles.entry}>
      <span className={styles.heading} dir="auto">
        {heading}
      </span>
      <span className={styles.detail}>
        Added by {addedByName}, <When instant={addedAt} />
      </span>
      {readers.length === 0 ? (
        <span className={styles.detail}>Nobody was chosen: only who may see the case anyway.</span>
      ) : (
        <ul className={styles.readers} aria-label={`Who may read ${heading}`}>
          {readers.map(({ invitation, name, openedAt }) => (
            <li key={invitation}>
              <bdi>{name}</bdi>{' '}
              <span className={styles.detail}>
                {openedAt === undefined ? (
                  'has not opened it'
                ) : (
                  <>
                    opened it <When instant={openedAt} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {(mayChange || mayWithdraw) && (
        <span className={styles.buttons} role="group" aria-label={`Paper: ${heading}`}>
          {mayChange && (
            <Button size="small" onClick={change}>
              Who may read it
            </Button>
          )}
          {mayWithdraw && (
            <Button size="small" appearance="subtle" disabledFocusable={act.sending} onClick={() => act.press({})}>
              Withdraw
            </Button>
          )}
        </span>
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </li>
  );
}
