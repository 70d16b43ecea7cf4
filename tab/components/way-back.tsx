import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { usePerson } from '../api/person.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 4px',
    listStyleType: 'none',
    margin: 0,
    padding: '4px 0 8px',
    color: tokens.colorNeutralForeground2,
    '@media print': { display: 'none' },
  },
  link: { color: tokens.colorBrandForegroundLink, padding: '4px 0' },
});

export interface PageBetween {
  readonly label: string;
  readonly path: string;
}

/** The breadcrumb from a page to the list, or to where somebody without one begins, and to the pages between where there are any. */
export function WayBack({
  current,
  between = [],
}: {
  readonly current: string;
  readonly between?: PageBetween | readonly PageBetween[];
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
        {[between].flat().map(({ label, path }) => (
          <Fragment key={path}>
            <ChevronRight16Regular aria-hidden />
            <li>
              <Link to={path} className={styles.link}>
                {label}
              </Link>
            </li>
          </Fragment>
        ))}
        <ChevronRight16Regular aria-hidden />
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
