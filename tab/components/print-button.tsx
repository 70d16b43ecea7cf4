import { Button, makeStyles } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons';
import type { Printed } from '../../src/areas/journal/contract.ts';
import type { Act } from '../api/use-act.ts';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({ button: { '@media print': { display: 'none' } } });

/** The only way to paper; where it was refused, why. */
export function PrintButton({ act, label }: { readonly act: Act<object, Printed>; readonly label: string }) {
  const styles = useStyles();
  return (
    <>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<Print20Regular />}
        disabledFocusable={act.sending}
        onClick={() => act.press({})}
      >
        {label}
      </Button>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </>
  );
}
