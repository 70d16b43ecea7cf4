import { makeStyles, tokens } from '@fluentui/react-components';
import { ChildName, useNames } from '../components/child-name.tsx';
import type { PlannedAnswer, RosterChangeKind } from '../../src/areas/people/contract.ts';
import { kindWords } from './kind-words.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '6px 0' },
  plain: { padding: '6px 0 6px 18px' },
  summary: { cursor: 'pointer', padding: '6px 0', fontWeight: tokens.fontWeightSemibold },
  names: { margin: 0, padding: '0 0 6px 36px' },
  name: { padding: '2px 0', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** What would change, kind by kind, with the first names of each where one opens it. */
export function ChangeList({ kinds, samples, counts }: Pick<PlannedAnswer, 'kinds' | 'samples' | 'counts'>) {
  const styles = useStyles();
  // A detail may be a name, too: the one before.
  const { hidden } = useNames();
  const changed = (Object.entries(kinds) as [RosterChangeKind, number][]).filter(([, n]) => n > 0);
  return (
    <ul className={styles.list}>
      {changed.map(([kind, n]) => {
        const named = samples.filter((sample) => sample.kind === kind);
        return (
          <li key={kind} className={styles.entry}>
            <details>
              <summary className={styles.summary}>{kindWords[kind](n)}</summary>
              <ul className={styles.names}>
                {named.map(({ name, detail }, at) => (
                  <li key={at} className={styles.name}>
                    <ChildName name={name} />
                    {detail !== undefined && !hidden && <span className={styles.detail}>{`: ${detail}`}</span>}
                  </li>
                ))}
                {n > named.length && (
                  <li className={styles.name}>{`and ${(n - named.length).toLocaleString('en-GB')} more`}</li>
                )}
              </ul>
            </details>
          </li>
        );
      })}
      {plainLines(counts).map((line) => (
        <li key={line} className={styles.entry}>
          <div className={styles.plain}>{line}</div>
        </li>
      ))}
    </ul>
  );
}

/** What names nobody: who stays as they are, and who belongs to whom. */
function plainLines({ pupil, staffMember, contact, relationship }: PlannedAnswer['counts']): readonly string[] {
  const number = (n: number) => n.toLocaleString('en-GB');
  const sum = (one: typeof contact) => one.created + one.changed + one.left;
  const others = [
    [contact, 'parents, carers and other contacts'] as const,
    [relationship, 'relationships between children and contacts'] as const,
  ];
  return [
    `${number(pupil.unchanged)} children and ${number(staffMember.unchanged)} staff stay as they are`,
    ...others.flatMap(([one, label]) =>
      sum(one) > 0
        ? [`${number(one.created)} new, ${number(one.changed)} changed, ${number(one.left)} ended: ${label}`]
        : [],
    ),
  ];
}
