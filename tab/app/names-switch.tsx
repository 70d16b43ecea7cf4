import { Button, makeStyles } from '@fluentui/react-components';
import { Eye20Regular, EyeOff20Regular } from '@fluentui/react-icons';
import { namesSwitch, useNames } from '../components/child-name.tsx';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap', '@media print': { display: 'none' } } });

/** Hides children's names on this screen and shows them again. */
export function NamesSwitch() {
  const styles = useStyles();
  const { hidden, show, hide } = useNames();
  return (
    <Button
      id={namesSwitch}
      size="small"
      appearance={hidden ? 'outline' : 'subtle'}
      className={styles.button}
      icon={hidden ? <Eye20Regular /> : <EyeOff20Regular />}
      onClick={hidden ? show : hide}
    >
      {hidden ? 'Show names' : 'Hide names'}
    </Button>
  );
}
