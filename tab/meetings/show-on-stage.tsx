import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShareScreenStart20Regular } from '@fluentui/react-icons';
import { use, useState } from 'react';
import { Notice } from '../components/notice.tsx';
import { StageContext } from '../components/stage-context.ts';

const useStyles = makeStyles({
  line: { display: 'grid', gap: '4px', justifyItems: 'start' },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** Beside a Teams meeting: shows where the meeting stands to everybody in it, without names of children. */
export function ShowOnStage({ meeting }: { readonly meeting: string }) {
  const styles = useStyles();
  const show = use(StageContext);
  const [failed, setFailed] = useState(false);
  if (!show) return null;
  return (
    <span className={styles.line}>
      <Button
        icon={<ShareScreenStart20Regular />}
        onClick={() => {
          setFailed(false);
          show(`/tab/meetings/${meeting}/minutes`).catch(() => setFailed(true));
        }}
      >
        Show on the stage
      </Button>
      <span className={styles.detail}>Points, decisions and who does what by when. No child by name.</span>
      {failed && <Notice intent="error">Teams did not show it. Try again, or ask who organises the meeting.</Notice>}
    </span>
  );
}
