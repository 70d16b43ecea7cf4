import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
});

/** The page's heading. It takes the focus when one arrives from another page, so that a screen reader begins there. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const shown = useRef<string>(undefined);
  useEffect(() => {
    // `default` is the page that Teams opened: focus stays where the person has it, as it does on a filter of the same page.
    if (key !== 'default' && shown.current !== pathname) heading.current?.focus();
    shown.current = pathname;
  }, [key, pathname]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading} dir="auto">
      {children}
    </h1>
  );
}
