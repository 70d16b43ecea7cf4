import { Button, Input, makeStyles } from '@fluentui/react-components';
import { ArrowDown20Regular, ArrowUp20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { agendaPointFields } from '../../../src/areas/meetings/fields.ts';
import type { DraftPoint } from './template-draft.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 88px auto',
    gap: '6px 8px',
    alignItems: 'center',
    '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr) 88px' },
  },
  field: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  buttons: { display: 'flex', gap: '4px' },
});

export interface TemplateRowProps {
  readonly point: DraftPoint;
  readonly place: number;
  readonly of: number;
  readonly change: (over: Partial<DraftPoint>) => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

/** One point: its words, its minutes, and what moves it and takes it off. */
export function TemplateRow({ point, place, of, change, move, remove }: TemplateRowProps) {
  const styles = useStyles();
  return (
    <li className={styles.row} data-point={point.key}>
      <Input
        className={styles.field}
        aria-label={`Point ${place}`}
        value={point.heading}
        maxLength={agendaPointFields.heading.max}
        onChange={(_, { value }) => change({ heading: value })}
      />
      <Input
        className={styles.field}
        aria-label={`Minutes for point ${place}`}
        type="number"
        min={0}
        max={480}
        placeholder="min"
        value={point.minutes}
        onChange={(_, { value }) => change({ minutes: value })}
      />
      <span className={styles.buttons}>
        <Button
          appearance="subtle"
          icon={<ArrowUp20Regular />}
          aria-label={`Move up: point ${place}`}
          disabledFocusable={place === 1}
          onClick={() => move(-1)}
        />
        <Button
          appearance="subtle"
          icon={<ArrowDown20Regular />}
          aria-label={`Move down: point ${place}`}
          disabledFocusable={place === of}
          onClick={() => move(1)}
        />
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={`Take off: point ${place}`}
          onClick={remove}
        />
      </span>
    </li>
  );
}
