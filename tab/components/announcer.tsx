import { makeStyles } from '@fluentui/react-components';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Says a line to screen readers, politely, when they are next idle. No name and no narrative belongs in it. */
export const useAnnounce = () => use(AnnounceContext);

/** Holds the one live region of the tab. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const styles = useStyles();
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={styles.hidden}>
        {/* A new element each time, or the same line twice would be said once. */}
        <span key={said.count}>{said.text}</span>
      </div>
    </AnnounceContext>
  );
}
