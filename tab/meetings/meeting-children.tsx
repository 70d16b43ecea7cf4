import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingChildItem } from '../../src/areas/meetings/contract.ts';
import { usePerson } from '../api/person.ts';
import { ChildName } from '../components/child-name.tsx';
import { yearText } from '../concerns/year-text.ts';
import { ChildLink } from '../people/child-link.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '10px', listStyleType: 'none', margin: 0, padding: 0 },
  child: { display: 'grid', gap: '2px', justifyItems: 'start', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Whom a meeting is about, each with the letter that stands for them wherever names may not. */
export function MeetingChildren({ items }: { readonly items: readonly MeetingChildItem[] }) {
  const styles = useStyles();
  const leads = usePerson()?.views.includes('concerns');
  if (items.length === 0) return <p className={styles.none}>It is about no child by name.</p>;
  return (
    <ul className={styles.list} aria-label="Children of the meeting">
      {items.map(({ id, childId, label, name, yearGroup, formGroup }) => (
        <li key={id} className={styles.child}>
          {leads ? (
            <ChildLink id={childId}>
              <ChildName name={name} />
            </ChildLink>
          ) : (
            <ChildName name={name} />
          )}
          <span className={styles.detail}>
            {yearText(yearGroup)}, {formGroup} · “{label}” where names may not stand
          </span>
        </li>
      ))}
    </ul>
  );
}
