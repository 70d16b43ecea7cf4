import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Keyboard20Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { DeskView } from '../../src/areas/desk/contract.ts';

const useStyles = makeStyles({
  foot: { paddingTop: '24px', textAlign: 'right', '@media print': { display: 'none' } },
  dialog: {
    width: 'min(420px, calc(100vw - 32px))',
    boxSizing: 'border-box',
    padding: '20px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow28,
  },
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase500 },
  keys: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '10px 16px', margin: '0 0 16px' },
  key: { display: 'flex', gap: '4px', alignItems: 'flex-start' },
  what: { margin: 0 },
  cap: {
    fontFamily: tokens.fontFamilyMonospace,
    padding: '1px 7px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  off: { display: 'flex', gap: '8px', alignItems: 'center', marginBottom: '16px' },
});

export interface KeyHelpProps {
  readonly views: readonly DeskView[];
  readonly open: boolean;
  readonly show: (open: boolean) => void;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** Lists the keys, in a dialog of the browser's own: it keeps the focus inside and gives it back. */
export function KeyHelp({ views, open, show, on, turn }: KeyHelpProps) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const keys = [...views.map(({ keys: typed, label }) => [typed, label] as const), ...always];
  return (
    <>
      <footer className={styles.foot}>
        <Button appearance="subtle" icon={<Keyboard20Regular />} onClick={() => show(true)}>
          Keys
        </Button>
      </footer>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys" onClose={() => show(false)}>
        <h2 id="keys" className={styles.title}>
          Keys
        </h2>
        <dl className={styles.keys}>
          {keys.map(([typed, what]) => (
            <Key key={typed} typed={typed} what={what} />
          ))}
        </dl>
        <label className={styles.off}>
          <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} />
          Use these keys on this device
        </label>
        <Button onClick={() => show(false)}>Close</Button>
      </dialog>
    </>
  );
}

const always = [
  ['/', 'Find a concern, where there is a list'],
  ['h', 'Hide children’s names, or show them'],
  ['?', 'This list'],
] as const;

function Key({ typed, what }: { readonly typed: string; readonly what: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.key}>
        {typed.split(' ').map((key) => (
          <kbd key={key} className={styles.cap}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd className={styles.what}>{what}</dd>
    </>
  );
}
