import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons';
import { Link } from 'react-router';
import type { ConcernCounts, ConcernFilter } from '../../src/areas/concerns/contract.ts';
import { concernShow, concernUrgency } from '../../src/areas/concerns/fields.ts';
import { pathOfFilter } from './concern-filter.ts';
import { YearChoice } from './year-choice.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', paddingBottom: '12px', alignItems: 'center' },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    alignItems: 'center',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  chip: {
    display: 'inline-flex',
    gap: '4px',
    alignItems: 'center',
    padding: '4px 12px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    '@media print': { display: 'none' },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media print': { display: 'inline-flex' },
  },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
});

export interface FilterBarProps {
  readonly counts: ConcernCounts | undefined;
  readonly filter: ConcernFilter;
}

const shows = Object.keys(concernShow) as (keyof typeof concernShow)[];
const urgencies = Object.keys(concernUrgency) as (keyof typeof concernUrgency)[];

/** Narrows the list, and says how many there are: links, so that a filter has an address and Back undoes it. */
export function FilterBar({ counts, filter }: FilterBarProps) {
  const styles = useStyles();
  const { show = 'open', urgency, ...rest } = filter;
  const showing = { ...rest, ...(show !== 'open' && { show }) };
  return (
    <nav aria-label="Filter the concerns" className={styles.bar}>
      <ul className={styles.group} aria-label="Which concerns">
        {shows.map((one) => (
          <Chip
            key={one}
            to={{ ...rest, ...(urgency && { urgency }), ...(one !== 'open' && { show: one }) }}
            chosen={one === show}
            label={concernShow[one]}
            count={one === 'all' ? undefined : counts?.[one]}
          />
        ))}
      </ul>
      <ul className={styles.group} aria-label="How urgent; press again for any">
        {urgencies.map((one) => (
          <Chip
            key={one}
            to={{ ...showing, ...(one !== urgency && { urgency: one }) }}
            chosen={one === urgency}
            label={concernUrgency[one]}
            count={counts?.urgency[one]}
          />
        ))}
      </ul>
      {counts && <YearChoice counts={counts} filter={filter} />}
    </nav>
  );
}

interface ChipProps {
  readonly to: ConcernFilter;
  readonly chosen: boolean;
  readonly label: string;
  readonly count: number | undefined;
}

/** Chosen by a tick and a word for screen readers, not by colour alone. */
function Chip({ to, chosen, label, count }: ChipProps) {
  const styles = useStyles();
  return (
    <li>
      <Link
        to={pathOfFilter(to)}
        preventScrollReset
        className={mergeClasses(styles.chip, chosen && styles.chosen)}
        {...(chosen && { 'aria-current': 'true' as const })}
      >
        {chosen && <Checkmark16Filled aria-hidden />}
        {label}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </Link>
    </li>
  );
}
