import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentProps } from 'react';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow2,
    '@media print': { boxShadow: 'none', breakInside: 'avoid' },
  },
});

/** A raised sheet on which related things lie together. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  const styles = useStyles();
  return <section {...rest} className={mergeClasses(styles.card, className)} />;
}
