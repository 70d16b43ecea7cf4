import { Badge, Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  Dismiss20Regular,
  ReOrderDotsVertical20Regular,
} from '@fluentui/react-icons';
import type { DragEvent } from 'react';
import { agendaWhy } from '../../src/areas/meetings/fields.ts';
import { isMinutes, type DraftPoint } from './agenda-draft.ts';
import { PointText } from './point-text.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gap: '4px 12px',
    alignItems: 'start',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 599px)': { gridTemplateColumns: 'auto minmax(0, 1fr)' },
  },
  over: { boxShadow: `inset 0 2px ${tokens.colorCompoundBrandStroke}` },
  dragged: { opacity: 0.5 },
  place: { display: 'flex', alignItems: 'center', gap: '4px', minWidth: '28px', fontWeight: tokens.fontWeightSemibold },
  handle: { cursor: 'grab', color: tokens.colorNeutralForeground3, '@media (pointer: coarse)': { display: 'none' } },
  // Its room is kept, so that the points stay in line.
  still: { visibility: 'hidden' },
  text: { display: 'grid', gap: '4px', justifyItems: 'start', minWidth: 0 },
  off: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  tools: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    '@media (max-width: 599px)': { gridColumn: '2' },
    '@media print': { display: 'none' },
  },
  minutes: { width: '76px', minWidth: 0 },
});

export interface AgendaRowProps {
  readonly point: DraftPoint;
  /** Its place, counted from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
  readonly mayArrange: boolean;
  /** How it stands to what is being dragged. */
  readonly drag: 'over' | 'dragged' | undefined;
  /** To another place, counted from 1. */
  readonly move: (to: number) => void;
  readonly setMinutes: (minutes: string) => void;
  readonly setOff: (off: boolean) => void;
  readonly onDrag: {
    readonly start: () => void;
    readonly over: () => void;
    readonly drop: () => void;
    readonly end: () => void;
  };
}

/** One point of an agenda: its place, what it is, how long it takes, and what may be done to it. */
export function AgendaRow({ point, place, of, mayArrange, drag, move, setMinutes, setOff, onDrag }: AgendaRowProps) {
  const styles = useStyles();
  const { item, minutes, off } = point;
  const start = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    // Firefox drags nothing without data; an id names nobody.
    event.dataTransfer.setData('text/plain', item.id);
    onDrag.start();
  };
  return (
    <li
      className={mergeClasses(styles.row, drag === 'over' && styles.over, drag === 'dragged' && styles.dragged)}
      data-point={item.id}
      draggable={mayArrange && !off}
      onDragStart={start}
      onDragEnd={onDrag.end}
      onDragOver={(event) => {
        if (!mayArrange) return;
        event.preventDefault();
        onDrag.over();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrag.drop();
      }}
    >
      <span className={styles.place}>
        {mayArrange && (
          <ReOrderDotsVertical20Regular className={mergeClasses(styles.handle, off && styles.still)} aria-hidden />
        )}
        {place}.
      </span>
      <span className={styles.text}>
        <span className={mergeClasses(off && styles.off)}>
          <PointText item={item} />
        </span>
        {item.why !== 'standing' && (
          <Badge appearance="tint" color={item.why === 'overdue-action' ? 'danger' : 'informative'}>
            {agendaWhy[item.why] ?? item.why}
          </Badge>
        )}
        {off && <span>Taken off when you save.</span>}
        {!mayArrange && minutes !== '' && <span>{minutes} minutes</span>}
      </span>
      {mayArrange && (
        <span className={styles.tools}>
          {off ? (
            <Button size="small" onClick={() => setOff(false)} aria-label={`Put point ${place} back`}>
              Put back
            </Button>
          ) : (
            <>
              <Input
                className={styles.minutes}
                size="small"
                inputMode="numeric"
                autoComplete="off"
                aria-label={`Minutes for point ${place}`}
                contentAfter={<span aria-hidden>min</span>}
                value={minutes}
                onChange={(_, { value }) => isMinutes(value) && setMinutes(value)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowUp20Regular />}
                aria-label={`Move up: point ${place}`}
                disabledFocusable={place === 1}
                onClick={() => move(place - 1)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowDown20Regular />}
                aria-label={`Move down: point ${place}`}
                disabledFocusable={place === of}
                onClick={() => move(place + 1)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss20Regular />}
                aria-label={`Take off: point ${place}`}
                onClick={() => setOff(true)}
              />
            </>
          )}
        </span>
      )}
    </li>
  );
}
