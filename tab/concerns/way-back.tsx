import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { Link } from 'react-router';

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

/** The breadcrumb from a concern to the list. */
export function WayBack({ current }: { readonly current: string }) {
  const styles = useStyles();
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.list}>
        <li>
          <Link to="/" className={styles.link}>
            Concerns
          </Link>
        </li>
        <ChevronRight16Regular aria-hidden />
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
