import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import { actionStatus } from '../../src/areas/actions/fields.ts';
import type { DecidedItem, DecidedLastTime } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { usePerson } from '../api/person.ts';
import { ChildName } from '../components/child-name.tsx';
import { CaseLink } from '../need-to-know/case-link.tsx';
import { Sheet } from '../people/sheet.tsx';
import { dayOf } from './meeting-words.ts';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '12px' },
  item: { display: 'grid', gap: '4px', overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
  decision: { margin: 0, whiteSpace: 'pre-line' },
  actions: { margin: 0, paddingLeft: '16px', display: 'grid', gap: '4px' },
});

const settled = new Set<string>(['verified', 'cancelled-reasoned'] satisfies (keyof typeof actionStatus)[]);

/** What the meeting before this one decided, and what became of it: where the business begins. */
export function DecidedSheet({ decided }: { readonly decided: DecidedLastTime }) {
  const styles = useStyles();
  const { meeting, ref, startsAt, items } = decided;
  return (
    <Sheet id="decided" title="Decided last time">
      <p className={styles.lead}>
        <Link to={`/meetings/${meeting}/minutes`} className={styles.link}>
          Minutes of {ref}
        </Link>
        , {schoolDate(dayOf({ startsAt }))}
      </p>
      <ul className={styles.list} aria-labelledby="decided">
        {items.map((item) => (
          <Decided key={item.point} item={item} />
        ))}
      </ul>
    </Sheet>
  );
}

function Decided({ item: { decision, heading, concern, actions } }: { readonly item: DecidedItem }) {
  const styles = useStyles();
  const leads = usePerson()?.views.includes('concerns');
  return (
    <li className={styles.item}>
      <span className={styles.about}>
        {concern ? (
          <>
            {leads ? <CaseLink id={concern.id}>Concern {concern.ref}</CaseLink> : `Concern ${concern.ref}`} about{' '}
            <ChildName name={concern.childName} />
          </>
        ) : (
          heading
        )}
      </span>
      <p className={styles.decision} dir="auto">
        {decision}
      </p>
      {actions.length > 0 && (
        <ul className={styles.actions} aria-label="What became of it">
          {actions.map(({ id, what, ownerName, dueOn, status, doneAt }) => (
            <li key={id}>
              <span dir="auto">{what}</span>{' '}
              <Badge appearance="tint" color={settled.has(status) ? 'success' : 'informative'}>
                {actionStatus[status] ?? status}
              </Badge>{' '}
              <span className={styles.about}>
                <bdi>{ownerName}</bdi>,{' '}
                {doneAt === undefined ? `due ${schoolDate(dueOn)}` : `done ${schoolDate(dayOf({ startsAt: doneAt }))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
