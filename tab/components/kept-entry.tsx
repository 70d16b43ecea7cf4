import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import type { Act } from '../api/use-act.ts';
import { FiledMark } from './filed-mark.tsx';
import { ListEntry } from './list-entry.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { When } from './when.tsx';

const useStyles = makeStyles({ retired: { color: tokens.colorNeutralForeground2 } });

export interface KeptEntryProps {
  readonly name: string;
  readonly rev: number;
  readonly retiredAt: string | undefined;
  /** Whether it stands in SharePoint, where that is of interest. */
  readonly filed: boolean;
  readonly mayChange: boolean;
  /** What the button says that opens its form. */
  readonly change: string;
  readonly retire: Act<{ readonly rev: number; readonly retired: boolean }, unknown>;
  /** Called when its form is opened. */
  readonly begun: () => void;
  /** Its form; it is handed how to close it. */
  readonly form: (close: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** One entry of a list that the school keeps: it is put right in place, retired when it no longer holds, and brought back. */
export function KeptEntry(props: KeptEntryProps) {
  const { name, rev, retiredAt, filed, mayChange, change, retire, begun, form, children } = props;
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const buttons = useRef<HTMLSpanElement>(null);
  useFocusBack(open, buttons);
  const retireWord = retiredAt === undefined ? 'Retire' : 'Bring back';
  return (
    <ListEntry
      name={name}
      placeOfButtons={buttons}
      failures={[retire.failure]}
      said={
        <>
          {children}
          {retiredAt !== undefined && (
            <span className={styles.retired}>
              Retired <When instant={retiredAt} />
            </span>
          )}
          {!filed && <FiledMark filed="received" />}
        </>
      }
      buttons={
        mayChange &&
        !open && (
          <>
            <Button
              size="small"
              aria-label={`${change}: ${name}`}
              onClick={() => {
                begun();
                setOpen(true);
              }}
            >
              {change}
            </Button>
            <Button
              size="small"
              aria-label={`${retireWord}: ${name}`}
              disabledFocusable={retire.sending}
              onClick={() => retire.press({ rev, retired: retiredAt === undefined })}
            >
              {retireWord}
            </Button>
          </>
        )
      }
    >
      {open && form(() => setOpen(false))}
    </ListEntry>
  );
}
