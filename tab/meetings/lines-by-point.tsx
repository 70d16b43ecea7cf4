import { makeStyles, tokens } from '@fluentui/react-components';
import type { AgendaItem } from '../../src/areas/meetings/contract.ts';
import { DecisionLines } from './decision-lines.tsx';
import type { LineSaid } from './minutes-words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  point: { fontWeight: tokens.fontWeightSemibold },
});

export interface LinesByPointProps {
  readonly agenda: readonly AgendaItem[];
  readonly lines: readonly LineSaid[];
}

/** What becomes of the decisions of a whole meeting, point by point. */
export function LinesByPoint({ agenda, lines }: LinesByPointProps) {
  const styles = useStyles();
  const points = agenda.flatMap(({ id }, i) => {
    const of = lines.filter(({ point }) => point === id);
    return of.length === 0 ? [] : [{ id, place: i + 1, of }];
  });
  return (
    <ul className={styles.list} aria-label="What becomes of the decisions">
      {points.map(({ id, place, of }) => (
        <li key={id}>
          <span className={styles.point}>Point {place}</span>
          <DecisionLines lines={of} />
        </li>
      ))}
    </ul>
  );
}
