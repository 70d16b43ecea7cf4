import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ChildConcern, ChildNamedIn } from '../../src/areas/concerns/contract.ts';
import { personRole, triageOutcome } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { Loading } from '../components/loading.tsx';
import { When } from '../components/when.tsx';
import { StatusLine } from '../concerns/status-line.tsx';
import { UrgencyMark } from '../concerns/urgency-mark.tsx';
import { childConcernsQuery } from './queries.ts';
import { Sheet } from './sheet.tsx';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: { margin: '4px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'grid',
    gridTemplateColumns: '1.2fr 1fr 1.2fr',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  detail: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** The concerns that a child is in, as far as this person may see them. What was judged of another child is not shown here. */
export function ChildConcernsSheet({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(childConcernsQuery(useApi(), id));
  if (!data) {
    return (
      <Sheet id="concerns" title="Concerns">
        {error ? (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void refetch()} />
        ) : (
          <Loading label="Loading the concerns" rows={4} />
        )}
      </Sheet>
    );
  }
  const { about, named, more } = data;
  return (
    <Sheet id="concerns" title={about.length > 0 ? `Concerns (${about.length})` : 'Concerns'}>
      {about.length === 0 && (
        <p className={styles.text}>
          No concern that you may see is about this child. A report whose child is not settled yet does not stand here.
        </p>
      )}
      {about.length > 0 && (
        <ul className={styles.list} aria-label="Concerns about this child, newest first">
          {about.map((concern) => (
            <About key={concern.id} concern={concern} />
          ))}
        </ul>
      )}
      {named.length > 0 && (
        <>
          <h3 className={styles.title}>Named in concerns about other children</h3>
          <ul className={styles.list} aria-label="Concerns in which this child is named, newest first">
            {named.map((concern) => (
              <NamedIn key={concern.id} concern={concern} />
            ))}
          </ul>
        </>
      )}
      {more && <p className={styles.text}>There are older ones. Search the concerns for this child’s name.</p>}
    </Sheet>
  );
}

function About({ concern }: { readonly concern: ChildConcern }) {
  const styles = useStyles();
  const { id, ref, reportedAt, urgency, triageOutcome: outcome, role, filed } = concern;
  return (
    <li className={styles.entry}>
      <span>
        <Link to={`/concerns/${id}`} className={styles.link}>
          {ref}
        </Link>
        <span className={styles.detail}>
          <When instant={reportedAt} />
        </span>
      </span>
      <span>
        <UrgencyMark urgency={urgency} />
        {role && <span className={styles.detail}>{personRole[role] ?? role}</span>}
      </span>
      <span>
        <StatusLine concern={concern} />
        {outcome && <span className={styles.detail}>{triageOutcome[outcome] ?? outcome}</span>}
        {filed !== 'filed' && <FiledMark filed={filed} />}
      </span>
    </li>
  );
}

function NamedIn({ concern: { id, ref, reportedAt, roles } }: { readonly concern: ChildNamedIn }) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <Link to={`/concerns/${id}`} className={styles.link}>
        {ref}
      </Link>
      <When instant={reportedAt} />
      <span>{roles.map((role) => personRole[role] ?? role).join(', ')}</span>
    </li>
  );
}
