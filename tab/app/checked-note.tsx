import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons';
import { use, useSyncExternalStore } from 'react';
import { CheckedContext } from '../api/checked-context.ts';

const useStyles = makeStyles({
  note: {
    margin: 0,
    padding: '8px 0',
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '@media print': { display: 'none' },
  },
  icon: { flexShrink: 0 },
  late: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/**
 * How old what stands on the screen may be; in plain words when SharePoint could not be checked for too long.
 * @param where at the foot while all is well; at the head, where nobody misses it, when it is not
 */
export function CheckedNote({ where }: { readonly where: 'head' | 'foot' }) {
  const styles = useStyles();
  const age = use(CheckedContext);
  const text = useSyncExternalStore(age.subscribe, age.text);
  const late = useSyncExternalStore(age.subscribe, age.late);
  if (text === '' || late !== (where === 'head')) return null;
  return (
    <p className={styles.note}>
      {late && <Warning16Regular className={styles.icon} aria-hidden />}
      <span className={late ? styles.late : undefined}>{text}</span>
    </p>
  );
}
