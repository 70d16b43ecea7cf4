import { makeStyles } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { useApi } from '../api/api-context.ts';
import { Notice } from '../components/notice.tsx';
import { keptText } from './minutes-words.ts';
import { saverOf } from './open-minutes.ts';

const useStyles = makeStyles({ part: { paddingTop: '12px' } });

const nothing = () => () => undefined;
const no = () => false;

/**
 * That something was typed which is not saved, where the minutes had to leave the screen. The words themselves are not shown: they may
 * name a child whom the person may not see any more.
 */
export function KeptTyping({ meeting, code }: { readonly meeting: string; readonly code: string }) {
  const styles = useStyles();
  const api = useApi();
  const [saver] = useState(() => saverOf(api, meeting));
  const unsaved = useSyncExternalStore(saver?.listen ?? nothing, saver?.isUnsaved ?? no);
  if (!unsaved) return null;
  return (
    <div className={styles.part}>
      <Notice intent="warning">{keptText(code)}</Notice>
    </div>
  );
}
