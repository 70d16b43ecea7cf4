import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CloudCheckmark20Regular, CloudOff20Regular, CloudSync20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { isHeldUp, type MinutesSaver } from './minutes-saver.ts';
import { savingText } from './minutes-words.ts';

const useStyles = makeStyles({
  line: {
    position: 'sticky',
    margin: 0,
    top: 0,
    zIndex: 1,
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    '@media print': { display: 'none' },
  },
  sign: { flexShrink: 0 },
  trouble: { display: 'block' },
  waiting: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground3 },
});

export interface SavingLineProps {
  readonly saver: MinutesSaver;
  /** What is wrong where what others write cannot be fetched. */
  readonly trouble: string | undefined;
}

/** Whether what was typed is saved. Aloud it says only that it is held up, and that all is well again. */
export function SavingLine({ saver, trouble }: SavingLineProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const state = useSyncExternalStore(saver.listen, saver.state);
  const lost = isHeldUp(state);
  const before = useRef(false);
  useEffect(() => {
    if (lost) announce(savingText[state.kind]);
    else if (before.current && state.kind === 'saved') announce(savingText.saved);
    if (lost || state.kind === 'saved') before.current = lost;
  }, [announce, lost, state.kind]);
  useEffect(() => {
    if (trouble !== undefined) announce(trouble);
  }, [announce, trouble]);
  const Sign = lost ? CloudOff20Regular : state.kind === 'saved' ? CloudCheckmark20Regular : CloudSync20Regular;
  return (
    <p
      className={mergeClasses(styles.line, (lost || trouble !== undefined) && styles.waiting)}
      data-saving={state.kind}
    >
      <Sign className={styles.sign} aria-hidden />
      <span>
        {state.kind === 'refused' ? `${savingText.refused} ${state.message}` : savingText[state.kind]}
        {trouble !== undefined && <span className={styles.trouble}>{trouble}</span>}
      </span>
    </p>
  );
}
