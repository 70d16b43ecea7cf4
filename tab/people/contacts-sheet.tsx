import { makeStyles, tokens } from '@fluentui/react-components';
import type { ContactItem } from '../../src/areas/people/contract.ts';
import { relationshipKind } from '../../src/areas/people/fields.ts';
import { ChildName } from '../components/child-name.tsx';
import { MailLink } from '../components/mail-link.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';
import { Sheet } from './sheet.tsx';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  entry: { display: 'grid', gap: '2px', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px' },
});

/** Who belongs to a child and how they are reached. Those whom the roster no longer names stand apart. */
export function ContactsSheet({ contacts }: { readonly contacts: readonly ContactItem[] }) {
  const styles = useStyles();
  const now = contacts.filter(({ until }) => until === undefined);
  const before = contacts.filter(({ until }) => until !== undefined);
  return (
    <Sheet id="contacts" title="Contacts">
      <p className={styles.text}>
        {now.length === 0
          ? 'The roster names nobody. Ask the office, and have the roster brought in again.'
          : 'As the roster has them. It does not say who has parental responsibility, nor whom you must not call: check that first.'}
      </p>
      <Entries contacts={now} label="Contacts" />
      {before.length > 0 && (
        <details className={styles.detail}>
          <summary>No longer in the roster ({before.length})</summary>
          <Entries contacts={before} label="No longer in the roster" />
        </details>
      )}
    </Sheet>
  );
}

function Entries({ contacts, label }: { readonly contacts: readonly ContactItem[]; readonly label: string }) {
  const styles = useStyles();
  if (contacts.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {contacts.map(({ id, name, relationship, email, phone, until }) => (
        <li key={id} className={styles.entry}>
          <span>
            <ChildName className={styles.name} name={name} />{' '}
            <span className={styles.detail}>{relationshipKind[relationship] ?? relationship}</span>
          </span>
          <span className={styles.ways}>
            {phone && <PhoneLink phone={phone} />}
            {email && <MailLink address={email} />}
            {!phone && !email && <span className={styles.detail}>No telephone or e-mail in the roster</span>}
          </span>
          {until && (
            <span>
              Until <When instant={until} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
