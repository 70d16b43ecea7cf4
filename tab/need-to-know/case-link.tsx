import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    overflowWrap: 'anywhere',
    '@media print': { color: 'inherit', textDecorationLine: 'none' },
  },
});

/** Leads to a case. The address holds an id and no name. */
export function CaseLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Link to={`/concerns/${id}`} className={styles.link}>
      {children}
    </Link>
  );
}
