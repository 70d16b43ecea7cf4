import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  link: {
    // Above the face of a row's own link.
    position: 'relative',
    color: tokens.colorBrandForegroundLink,
    overflowWrap: 'anywhere',
    '@media print': { color: 'inherit', textDecorationLine: 'none' },
  },
});

/** A way to another page of Lantern, within a text or a row. */
export function WayLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Link to={to} className={styles.link}>
      {children}
    </Link>
  );
}
