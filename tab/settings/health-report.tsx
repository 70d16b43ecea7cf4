import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HealthDesk, HealthLine } from '../../src/areas/settings/contract.ts';
import { healthCheck, healthPart } from '../../src/areas/settings/fields.ts';
import { Card } from '../components/card.tsx';
import { HealthEntry } from './health-entry.tsx';
import { countOf } from './health-words.ts';

const useStyles = makeStyles({
  part: { padding: '12px 20px 4px', marginTop: '16px' },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  rest: { margin: '24px 0 8px' },
  fold: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  head: { padding: '12px 20px', cursor: 'pointer' },
  name: { fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground2 },
  inner: { padding: '0 20px' },
});

const parts = Object.entries(healthPart) as [keyof typeof healthPart, string][];
const partOf = ({ check }: HealthLine): string => healthCheck[check]?.part ?? 'machine';

export interface HealthReportProps {
  readonly lines: readonly HealthLine[];
  readonly schools: HealthDesk['schools'];
}

/** What was found: what must be mended first and open, and folded up by part what is in order or cannot be seen. */
export function HealthReport({ lines, schools }: HealthReportProps) {
  const styles = useStyles();
  const schoolOf = ({ school }: HealthLine) =>
    schools.length > 1 ? schools.find(({ id }) => id === school)?.name : undefined;
  const list = (of: readonly HealthLine[], label: string) => (
    <ul className={styles.list} aria-label={label}>
      {of.map((line) => (
        <HealthEntry key={`${line.check} ${line.school} ${line.says}`} line={line} school={schoolOf(line)} />
      ))}
    </ul>
  );
  const open = ([title, state]: readonly [string, 'fault' | 'warning']) => {
    const found = lines.filter((line) => line.state === state);
    if (found.length === 0) return null;
    return (
      <Card key={state} className={styles.part}>
        <h2 className={styles.title}>
          {title} ({found.length})
        </h2>
        {list(found, title)}
      </Card>
    );
  };
  const rest = lines.filter(({ state }) => state === 'ok' || state === 'unseen');
  return (
    <>
      {open(['Faults', 'fault'])}
      {open(['Warnings', 'warning'])}
      <h2 className={mergeClasses(styles.title, styles.rest)}>Everything else</h2>
      <Card>
        {parts.map(([part, title]) => {
          const found = rest.filter((line) => partOf(line) === part);
          if (found.length === 0) return null;
          return (
            <details key={part} className={styles.fold}>
              <summary className={styles.head}>
                <span className={styles.name}>{title}</span> <span className={styles.count}>{countsOf(found)}</span>
              </summary>
              <div className={styles.inner}>{list(found, title)}</div>
            </details>
          );
        })}
      </Card>
    </>
  );
}

/** `6 in order, 2 cannot be seen from here`. */
function countsOf(lines: readonly HealthLine[]): string {
  const [ok, unseen] = [countOf(lines, 'ok'), countOf(lines, 'unseen')];
  const words = [ok > 0 && `${ok} in order`, unseen > 0 && `${unseen} cannot be seen from here`];
  return words.filter((word) => word !== false).join(', ');
}
