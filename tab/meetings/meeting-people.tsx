import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingPersonItem } from '../../src/areas/meetings/contract.ts';
import { attendance, invitedAs } from '../../src/areas/meetings/fields.ts';
import { ChildName, useNames } from '../components/child-name.tsx';
import { MailLink } from '../components/mail-link.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '10px', listStyleType: 'none', margin: 0, padding: 0 },
  person: { display: 'grid', gap: '2px', justifyItems: 'start', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** Who was asked to a meeting, and whether they come. */
export function MeetingPeople({ people }: { readonly people: readonly MeetingPersonItem[] }) {
  const styles = useStyles();
  const { hidden } = useNames();
  return (
    <ul className={styles.list} aria-label="People of the meeting">
      {people.map(({ id, as, name, agencyName, email, attendance: comes, acknowledgedAt }) => (
        <li key={id} className={styles.person}>
          {/* A parent’s name is often the child’s, and their address too. */}
          {as === 'family' ? (
            <ChildName className={styles.name} name={name} />
          ) : (
            <bdi className={styles.name}>{name}</bdi>
          )}
          <span className={styles.detail}>
            {[as === 'professional' ? agencyName : undefined, invitedAs[as] ?? as, attendance[comes] ?? comes]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </span>
          {acknowledgedAt !== undefined && <span className={styles.detail}>has read the minutes</span>}
          {email !== undefined && !(as === 'family' && hidden) && <MailLink address={email} />}
        </li>
      ))}
    </ul>
  );
}
