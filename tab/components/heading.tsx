import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';

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

/** How a page's heading looks. */
export function Heading({ ref, children }: { readonly ref?: Ref<HTMLHeadingElement>; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <h1 ref={ref} tabIndex={-1} className={styles.heading} dir="auto">
      {children}
    </h1>
  );
}
