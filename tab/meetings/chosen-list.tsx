import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  one: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    maxWidth: '100%',
    padding: '2px 4px 2px 12px',
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

export interface ChosenListProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly remove: (id: string) => void;
}

/** Who was chosen so far, each with a button that takes them out again. */
export function ChosenList({ label, items, remove }: ChosenListProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  if (items.length === 0) return null;
  return (
    <ul ref={list} className={styles.list} aria-label={label}>
      {items.map(({ id, text }, i) => (
        <li key={id} className={styles.one}>
          <bdi>{text}</bdi>
          <Button
            size="small"
            appearance="transparent"
            shape="circular"
            icon={<Dismiss16Regular />}
            aria-label={`Take out ${text}`}
            onClick={() => {
              remove(id);
              // The button is gone; a keyboard goes on at its neighbour, or at the field above.
              requestAnimationFrame(() =>
                list.current?.querySelectorAll('button')[Math.min(i, items.length - 2)]?.focus(),
              );
            }}
          />
        </li>
      ))}
    </ul>
  );
}
