import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { FiledMark } from '../components/filed-mark.tsx';
import { When } from '../components/when.tsx';
import { ChildMark } from './child-mark.tsx';
import { ConcernLink } from './concern-link.tsx';
import { MoreChildren } from './more-children.tsx';
import { SafeNowMark } from './safe-now-mark.tsx';
import { StatusLine } from './status-line.tsx';
import { UrgencyMark } from './urgency-mark.tsx';
import { yearText } from './year-text.ts';

const columns = [
  ['Urgency', '15%'],
  ['Child', '22%'],
  ['Safe now?', '10%'],
  ['Reported', '19%'],
  ['Status', '17%'],
  ['Record', '17%'],
] as const;

const useStyles = makeStyles({
  row: { position: 'relative' },
  // Fluent's cells would keep the link's face to themselves.
  cell: {
    position: 'static',
    padding: '12px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  head: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2, padding: '4px 12px' },
  child: { display: 'flex', gap: '6px', flexWrap: 'wrap', alignItems: 'center' },
  detail: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Concerns where there is room for a table. */
export function ConcernTable({ concerns }: { readonly concerns: readonly ConcernItem[] }) {
  const styles = useStyles();
  return (
    <Table aria-label="Concerns, newest first">
      <TableHeader>
        <TableRow>
          {columns.map(([name, width]) => (
            <TableHeaderCell key={name} className={styles.head} style={{ width }}>
              {name}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {concerns.map((concern) => (
          <TableRow key={concern.id} className={styles.row}>
            <TableCell className={styles.cell}>
              <UrgencyMark urgency={concern.urgency} />
            </TableCell>
            <TableCell className={styles.cell}>
              <span className={styles.child}>
                <ConcernLink concern={concern} />
                <MoreChildren count={concern.moreChildren} />
                <ChildMark childState={concern.childState} />
              </span>
              <span className={styles.detail}>
                {concern.yearGroup && `${yearText(concern.yearGroup)} · `}
                {concern.ref}
              </span>
            </TableCell>
            <TableCell className={styles.cell}>
              <SafeNowMark safeNow={concern.safeNow} />
            </TableCell>
            <TableCell className={styles.cell}>
              <When instant={concern.reportedAt} />
              <span className={styles.detail}>
                by <bdi>{concern.reporterName}</bdi>
              </span>
            </TableCell>
            <TableCell className={styles.cell}>
              <StatusLine concern={concern} />
            </TableCell>
            <TableCell className={styles.cell}>
              <FiledMark filed={concern.filed} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
