import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'react-router';
import type { AgendaItem } from '../../src/areas/meetings/contract.ts';
import { usePerson } from '../api/person.ts';
import { ChildName } from '../components/child-name.tsx';
import { schoolDate } from '../actions/school-date.ts';
import { dayOf } from './meeting-words.ts';
import { CaseLink } from '../need-to-know/case-link.tsx';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink },
  what: { overflowWrap: 'anywhere' },
  detail: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

/** What a point of an agenda is about, with the way to its concern for those who may go there. */
export function PointText({ item: { heading, concern, action, from } }: { readonly item: AgendaItem }) {
  const styles = useStyles();
  const leads = usePerson()?.views.includes('concerns');
  const about = concern && (
    <>
      {leads ? <CaseLink id={concern.id}>Concern {concern.ref}</CaseLink> : `Concern ${concern.ref}`}
      {concern.childName !== undefined && (
        <>
          {' about '}
          <ChildName name={concern.childName} />
        </>
      )}
    </>
  );
  const said = action?.what ?? heading;
  return (
    <span className={styles.what}>
      {said === undefined ? about : <span dir="auto">{said}</span>}
      {action && (
        <span className={styles.detail}>
          {action.ownerName}, due {schoolDate(action.dueOn)}
        </span>
      )}
      {from && (
        <span className={styles.detail}>
          Left over from{' '}
          <Link to={`/meetings/${from.meeting}`} className={styles.link}>
            {from.ref}
          </Link>
          , {schoolDate(dayOf({ startsAt: from.startsAt }))}
        </span>
      )}
      {said !== undefined && about && <span className={styles.detail}>{about}</span>}
    </span>
  );
}
