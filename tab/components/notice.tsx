import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useAnnounce } from './announcer.tsx';

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal', '@media print': { display: 'none' } },
});

export interface NoticeProps {
  readonly intent: 'success' | 'warning' | 'error';
  readonly children: string;
}

/** A line about what has just happened, beside the place where it happened, and said aloud. */
export function Notice({ intent, children }: NoticeProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  useEffect(() => announce(children), [announce, children]);
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}
