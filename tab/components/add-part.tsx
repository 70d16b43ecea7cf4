import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useFocusBack } from './use-focus-back.ts';

const useStyles = makeStyles({
  buttons: { paddingBottom: '16px', '@media print': { display: 'none' } },
  form: { paddingBottom: '16px' },
});

export interface AddPartProps {
  readonly label: string;
  readonly icon?: ReactElement;
  /** Called when the form is opened. */
  readonly begun: () => void;
  /** The form; it is handed how to close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** What is added to a list: a button, and in its place the form once it is pressed. */
export function AddPart({ label, icon = <Add20Regular />, begun, children }: AddPartProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  useFocusBack(open, opener);
  if (open) return <div className={styles.form}>{children(() => setOpen(false))}</div>;
  return (
    <div ref={opener} className={styles.buttons}>
      <Button
        appearance="primary"
        icon={icon}
        onClick={() => {
          begun();
          setOpen(true);
        }}
      >
        {label}
      </Button>
    </div>
  );
}
