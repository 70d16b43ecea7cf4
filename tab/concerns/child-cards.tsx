import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComparedChild } from '../../src/areas/concerns/contract.ts';
import { ChildCard } from './child-card.tsx';
import { childFacts } from './child-facts.tsx';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    columnGap: '12px',
    width: '100%',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground1,
  },
});

/** Children beside one another, each a choice of the radio group around them; on a phone below one another. */
export function ChildCards({ items, label }: { readonly items: readonly ComparedChild[]; readonly label: string }) {
  const styles = useStyles();
  // A row stands on every card or on none: what is compared lies on one line.
  const facts = childFacts.filter(({ of }) => items.some((child) => of(child) !== undefined));
  return (
    <ul className={styles.cards} aria-label={label}>
      {items.map((child) => (
        <ChildCard key={child.id} child={child} facts={facts} />
      ))}
    </ul>
  );
}
