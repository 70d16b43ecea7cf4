import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { Link } from 'react-router';
import { usePerson } from '../api/person.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    listStyleType: 'none',
    margin: 0,
    padding: '4px 0 8px',
    color: tokens.colorNeutralForeground2,
    '@media print': { display: 'none' },
  },
  link: { color: tokens.colorBrandForegroundLink, padding: '4px 0' },
});

/** The breadcrumb from a page to the list, or to where somebody without one begins, and to a page between where there is one. */
export function WayBack({
  current,
  between,
}: {
  readonly current: string;
  readonly between?: { readonly label: string; readonly path: string };
}) {
  const styles = useStyles();
  const person = usePerson();
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.list}>
        <li>
          <Link to="/" className={styles.link}>
            {person && !person.views.includes('concerns') ? 'Start' : 'Concerns'}
          </Link>
        </li>
        {between && (
          <>
            <ChevronRight16Regular aria-hidden />
            <li>
              <Link to={between.path} className={styles.link}>
                {between.label}
              </Link>
            </li>
          </>
        )}
        <ChevronRight16Regular aria-hidden />
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
