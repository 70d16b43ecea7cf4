import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { Notice } from '../components/notice.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: '720px',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
    // A choice is as wide as its longest option otherwise, which at 400 % is wider than the page.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Select__select': { minWidth: 0 },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface FormFrameProps {
  readonly label: string;
  readonly save: string;
  readonly sending: boolean;
  readonly failure: ApiFailure | null;
  /** Called for each press; says itself what is missing. */
  readonly submit: () => void;
  readonly cancel: () => void;
  /** Of the text that is said with the button that saves: who receives it. */
  readonly describedBy?: string;
  readonly children: ReactNode;
}

/** What the forms of a concern's acts share: the fields between, what went wrong, and the two buttons. */
export function FormFrame({ label, save, sending, failure, submit, cancel, describedBy, children }: FormFrameProps) {
  const styles = useStyles();
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) submit();
        const form = event.currentTarget;
        // Once what is missing has been drawn, a keyboard stands at the first of it.
        requestAnimationFrame(() => firstFault(form)?.focus());
      }}
    >
      {children}
      {failure && <Notice intent="error">{failure.message}</Notice>}
      <span className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={sending} aria-describedby={describedBy}>
          {sending ? 'Saving…' : save}
        </Button>
        <Button appearance="subtle" onClick={cancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}

function firstFault(form: HTMLFormElement): HTMLElement | null | undefined {
  const fault = form.querySelector<HTMLElement>('[aria-invalid=true]');
  return fault?.matches('input, select, textarea') ? fault : fault?.querySelector<HTMLElement>('input');
}
