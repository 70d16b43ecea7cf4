import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '56px 16px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  icon: { color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  text: { margin: 0, maxWidth: '46ch', lineHeight: tokens.lineHeightBase400 },
});

export interface StatePageProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** Level of the heading: 1 when nothing else heads the page. */
  readonly level: 1 | 2;
  /** What to do next. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A page, or a part of one, that has nothing to list: why, and what to do next. */
export function StatePage({ icon, title, level, children, action }: StatePageProps) {
  const styles = useStyles();
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.page}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.text}>{children}</p>
      {action}
    </div>
  );
}
