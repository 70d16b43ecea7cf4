import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgendaItem, AgendaRefreshed } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { counted } from './meeting-words.ts';
import { PointText } from './point-text.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)', '@media print': { display: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center' },
  hint: { color: tokens.colorNeutralForeground2, flex: '1 1 220px' },
  list: { margin: 0, paddingLeft: '20px' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

export interface BringUpToDateProps {
  readonly meeting: string;
  readonly agenda: readonly AgendaItem[];
}

/** Has the agenda written as things stand now, and says what came on it and what went off. */
export function BringUpToDate({ meeting, agenda }: BringUpToDateProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [before, setBefore] = useState<readonly AgendaItem[]>();
  const [told, setTold] = useState<string>();
  const act = useAct<object, AgendaRefreshed>({
    async send(request) {
      const refreshed = await api.refreshAgenda(meeting, request);
      setTold(sentenceOf(refreshed));
      return refreshed;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
  const without = (these: readonly AgendaItem[], those: readonly AgendaItem[]) =>
    these.filter(({ id }) => those.every((one) => one.id !== id));
  const changes =
    told === undefined || before === undefined
      ? []
      : ([
          ['Came on', without(agenda, before)],
          ['Went off', without(before, agenda)],
        ] as const);
  return (
    <div className={styles.part}>
      <div className={styles.line}>
        <Button
          icon={<ArrowSync20Regular />}
          disabledFocusable={act.sending}
          onClick={() => {
            setTold(undefined);
            setBefore(agenda);
            act.press({});
          }}
        >
          Bring up to date
        </Button>
        <span className={styles.hint}>
          What is overdue, new or open comes on it, what is settled goes off. Your order and your own points stay.
        </span>
      </div>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {changes.map(
        ([title, items]) =>
          items.length > 0 && (
            <div key={title}>
              <p className={styles.title}>{title}</p>
              <ul className={styles.list} aria-label={title}>
                {items.map((item) => (
                  <li key={item.id}>
                    <PointText item={item} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </div>
  );
}

function sentenceOf({ added, dropped }: AgendaRefreshed): string {
  if (added === 0 && dropped === 0) return 'It was up to date: nothing came on, nothing went off.';
  return `${counted(added, 'point', 'points')} came on, ${counted(dropped, 'point', 'points')} went off.`;
}
