import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowForward20Regular, Checkmark20Regular } from '@fluentui/react-icons';
import type * as Y from 'yjs';
import { minutesDraft } from '../../src/areas/meetings/contract.ts';
import { useJointValue } from './use-joint-text.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  pressed: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
});

const choices = [
  { id: 'decided', label: 'Decided', icon: <Checkmark20Regular /> },
  { id: 'carried', label: 'Goes on next time', icon: <ArrowForward20Regular /> },
] as const;

/** Whether a point is decided or goes on to the next meeting; pressed again it is open. */
export function PointChoice({
  document,
  point,
  place,
}: {
  readonly document: Y.Doc;
  readonly point: string;
  readonly place: number;
}) {
  const styles = useStyles();
  const [state, set] = useJointValue(document.getMap(minutesDraft.states), point);
  return (
    <div role="group" aria-label={`How point ${place} ends`} className={styles.buttons}>
      {choices.map(({ id, label, icon }) => (
        <Button
          key={id}
          size="small"
          icon={icon}
          aria-pressed={state === id}
          className={state === id ? styles.pressed : ''}
          onClick={() => set(state === id ? undefined : id)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
