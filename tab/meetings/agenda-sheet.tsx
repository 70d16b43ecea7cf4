import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { AgendaItem, MeetingDetail } from '../../src/areas/meetings/contract.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Sheet } from '../people/sheet.tsx';
import { AddPoint } from './add-point.tsx';
import { isChanged, moved, pointsIn, sumOf, type AgendaDraft } from './agenda-draft.ts';
import { AgendaRow } from './agenda-row.tsx';
import { BringUpToDate } from './bring-up-to-date.tsx';
import { lengthOf } from './meeting-words.ts';
import { SaveAgenda } from './save-agenda.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  awaited: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  sum: { margin: 0, color: tokens.colorNeutralForeground2 },
  much: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

export interface AgendaSheetProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly agenda: readonly AgendaItem[];
  /** Which reports to the meeting have not come, in words. */
  readonly awaited?: string | undefined;
}

/** The agenda: its order by drag or by keys, minutes for each point, points taken off until they are saved or put back. */
export function AgendaSheet({ meeting, agenda, awaited }: AgendaSheetProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [draft, setDraft] = useState<AgendaDraft>();
  const [drag, setDrag] = useState<{ readonly id: string; readonly over?: string }>();
  const list = useRef<HTMLOListElement>(null);
  const points = pointsIn(agenda, draft);
  const order = points.map(({ item }) => item.id);
  const changed = isChanged(agenda, points);
  const move = (id: string, to: number) => {
    setDraft(moved(points, draft, id, to - 1));
    announce(`Now point ${to} of ${points.length}`);
  };
  const set = (over: Partial<AgendaDraft>) =>
    setDraft({ order, minutes: draft?.minutes ?? {}, off: draft?.off ?? [], ...over });
  const setOff = (id: string, place: number, off: boolean) => {
    set({ off: off ? [...(draft?.off ?? []), id] : (draft?.off ?? []).filter((one) => one !== id) });
    announce(off ? `Point ${place} is taken off when you save` : `Point ${place} is back`);
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(
          `[data-point="${CSS.escape(id)}"] button:${off ? 'first-of-type' : 'last-of-type'}`,
        )
        ?.focus(),
    );
  };
  const drop = (before: string) => {
    if (drag && drag.id !== before) {
      const [from, to] = [order.indexOf(drag.id), order.indexOf(before)];
      // It lands where the line is drawn: above the point it was let go on, or below it when it came from above.
      if (from >= 0 && to >= 0) move(drag.id, to + 1);
    }
    setDrag(undefined);
  };
  const sum = sumOf(points);
  const length = lengthOf(meeting);
  return (
    <Sheet id="agenda" title="Agenda">
      {meeting.mayRefresh && <BringUpToDate meeting={meeting.id} agenda={agenda} />}
      {awaited !== undefined && <p className={styles.awaited}>{awaited}</p>}
      {points.length === 0 && <p className={styles.none}>Nothing stands on it yet.</p>}
      <ol ref={list} className={styles.list} aria-labelledby="agenda">
        {points.map((point, i) => {
          const { id } = point.item;
          return (
            <AgendaRow
              key={id}
              point={point}
              place={i + 1}
              of={points.length}
              mayArrange={meeting.mayArrange}
              drag={drag?.id === id ? 'dragged' : drag?.over === id ? 'over' : undefined}
              move={(to) => move(id, to)}
              setMinutes={(minutes) => set({ minutes: { ...draft?.minutes, [id]: minutes } })}
              setOff={(off) => setOff(id, i + 1, off)}
              onDrag={{
                start: () => setDrag({ id }),
                over: () => drag && drag.over !== id && setDrag({ ...drag, over: id }),
                drop: () => drop(id),
                end: () => setDrag(undefined),
              }}
            />
          );
        })}
      </ol>
      {points.length > 0 && (
        <p className={styles.sum}>
          {sum} of {length} minutes are given to points.{' '}
          {sum > length && <span className={styles.much}>That is {sum - length} more than the meeting lasts.</span>}
        </p>
      )}
      {changed && <SaveAgenda meeting={meeting.id} points={points} drop={() => setDraft(undefined)} />}
      {meeting.mayArrange && <AddPoint meeting={meeting.id} />}
    </Sheet>
  );
}
