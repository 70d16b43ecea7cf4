import { makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import type { ConcernCounts, ConcernFilter } from '../../src/areas/concerns/contract.ts';
import { pathOfFilter } from './concern-filter.ts';
import { yearText } from './year-text.ts';

const useStyles = makeStyles({
  label: { display: 'inline-flex', gap: '8px', alignItems: 'center' },
  choice: {
    font: 'inherit',
    padding: '4px 8px',
    maxWidth: '100%',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

/** Narrows the list to one year group, of those whose children concerns are about. Nothing where there is one year or none. */
export function YearChoice({ counts, filter }: { readonly counts: ConcernCounts; readonly filter: ConcernFilter }) {
  const styles = useStyles();
  const navigate = useNavigate();
  const { year: chosen, ...rest } = filter;
  const missing = chosen === undefined || counts.years.some(({ year }) => year === chosen);
  const years = missing ? counts.years : [...counts.years, { year: chosen, count: 0 }];
  if (years.length < 2 && chosen === undefined) return null;
  return (
    <label className={styles.label}>
      Year group
      <select
        className={styles.choice}
        value={chosen ?? ''}
        onChange={({ target: { value } }) =>
          void navigate(pathOfFilter({ ...rest, ...(value !== '' && { year: value }) }), { preventScrollReset: true })
        }
      >
        <option value="">Any</option>
        {years.map(({ year, count }) => (
          <option key={year} value={year}>{`${yearText(year)} (${count})`}</option>
        ))}
      </select>
    </label>
  );
}
