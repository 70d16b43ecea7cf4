import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SentOutside } from '../../../src/areas/meetings/contract.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { spokenCode } from './outside-words.ts';

const useStyles = makeStyles({
  told: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    width: '100%',
    boxSizing: 'border-box',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  steps: { display: 'grid', gap: '12px', margin: 0, paddingLeft: '20px' },
  text: { margin: '0 0 4px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ToldOnceProps {
  readonly sent: SentOutside;
  readonly name: string;
  readonly done: () => void;
}

/** The address and the code of a new link, which nobody can be shown again, and what to do with each. */
export function ToldOnce({ sent: { address, code }, name, done }: ToldOnceProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  // It comes where nothing was, and is shown once: whoever hears the page must not miss it.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.told} aria-labelledby="told-once">
      <h3 ref={title} className={styles.title} id="told-once" tabIndex={-1}>
        Shown once, for {name}
      </h3>
      <ol className={styles.steps}>
        <li>
          <p className={styles.text}>Send them the address by e-mail, without the code and without a child’s name.</p>
          <CopyText text={address} what="address" label="Copy the address" />
        </li>
        <li>
          <p className={styles.text}>
            Ring a number that you knew before, make sure who it is, and say: “The code for the minutes is”
          </p>
          <CopyText text={spokenCode(code)} what="code" label="Copy the code" />
        </li>
      </ol>
      <p className={styles.quiet}>
        Lantern keeps neither. If one is lost, send a new link. Five wrong codes end the link, and it opens ten times at
        most.
      </p>
      <Button size="small" onClick={done}>
        I have passed on both
      </Button>
    </section>
  );
}
