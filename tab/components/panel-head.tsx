import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useSchoolClock } from '../api/clock-context.ts';
import { useAnnounce } from './announcer.tsx';
import { PageHeading } from './page-heading.tsx';
import { timeOfDay } from './school-time.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    padding: '12px 0',
  },
  refresh: { display: 'flex', alignItems: 'center', gap: '8px', color: tokens.colorNeutralForeground2 },
  button: { '@media print': { display: 'none' } },
});

export interface PanelHeadProps {
  readonly title: string;
  /** When the answer on the screen came, in milliseconds of the device's clock; 0 for never. */
  readonly updatedAt: number;
  /** Resolves to whether the screen is up to date. */
  readonly refresh: () => Promise<boolean>;
}

/** The head of a list: what it is, how fresh it is, and a button that fetches it anew. */
export function PanelHead({ title, updatedAt, refresh }: PanelHeadProps) {
  const styles = useStyles();
  const clock = useSchoolClock();
  const announce = useAnnounce();
  const [pressed, setPressed] = useState(false);
  const press = async () => {
    setPressed(true);
    if (await refresh()) announce('Up to date');
    setPressed(false);
  };
  return (
    <div className={styles.head}>
      <PageHeading>{title}</PageHeading>
      <span className={styles.refresh}>
        {updatedAt > 0 && <span>As of {timeOfDay(clock.at(updatedAt))}</span>}
        <Button
          className={styles.button}
          appearance="subtle"
          icon={pressed ? <Spinner size="tiny" /> : <ArrowClockwise20Regular />}
          onClick={() => void press()}
          disabledFocusable={pressed}
        >
          Refresh
        </Button>
      </span>
    </div>
  );
}
