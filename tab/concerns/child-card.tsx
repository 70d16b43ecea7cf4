import { Badge, Radio, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useNames } from '../components/child-name.tsx';
import type { ComparedChild } from '../../src/areas/concerns/contract.ts';
import { whyOffered } from '../../src/areas/people/fields.ts';
import type { ChildFact } from './child-facts.tsx';
import { NameParts } from './name-parts.tsx';
import { yearText } from './year-text.ts';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '6px',
    marginBottom: '12px',
    padding: '8px 12px 12px 4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    ':hover': { boxShadow: tokens.shadow8 },
    ':has(input:checked)': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-1px' },
  },
  // The whole card is the choice: its input, which nobody sees, lies over all of it.
  radio: { position: 'static', '& input': { top: 0, left: 0, width: '100%', height: '100%', zIndex: 1 } },
  name: {
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  why: { paddingLeft: '36px' },
  facts: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    paddingLeft: '36px',
  },
  fact: { display: 'grid', gridTemplateColumns: '88px minmax(0, 1fr)', columnGap: '8px' },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0 },
  differs: { display: 'block', fontSize: tokens.fontSizeBase200, fontStyle: 'italic' },
});

export interface ChildCardProps {
  readonly child: ComparedChild;
  /** The rows that stand on every card. */
  readonly facts: readonly ChildFact[];
}

/** One child to be compared: the name, why it is offered, and the facts. */
export function ChildCard({ child, facts }: ChildCardProps) {
  const styles = useStyles();
  const { hidden } = useNames();
  const id = useId();
  return (
    <li className={styles.card} style={{ gridRow: `span ${2 + facts.length}` }}>
      <Radio
        value={child.id}
        aria-describedby={id}
        className={styles.radio}
        label={
          <>
            <span className={styles.name}>
              {/* Hidden, they are one name and not two. */}
              <NameParts parts={child.given} />
              {!hidden && (
                <>
                  {' '}
                  <NameParts parts={child.family} />
                </>
              )}
            </span>
            {/* Two of one name must sound different. */}
            <span className={styles.hidden}>
              , {yearText(child.yearGroup)}, form {child.formGroup}
            </span>
          </>
        }
      />
      <span className={styles.why}>
        <Badge appearance="outline" color="informative">
          {whyOffered[child.why] ?? child.why}
        </Badge>
      </span>
      <dl id={id} className={styles.facts} style={{ gridRow: `span ${facts.length}` }}>
        {facts.map(({ label, of, differs, else: otherwise = '–' }) => (
          <div key={label} className={styles.fact}>
            <dt className={styles.term}>{label}</dt>
            <dd className={styles.value}>
              {of(child) ?? otherwise}
              {differs?.(child) && <span className={styles.differs}>not as written</span>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
