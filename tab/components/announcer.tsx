import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { HiddenText } from './hidden-text.tsx';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says a line to screen readers, politely, when they are next idle. No name and no narrative belongs in it. */
export const useAnnounce = () => use(AnnounceContext);

/** Holds the one live region of the tab. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status">
        {/* A new element each time, or the same line twice would be said once. */}
        <HiddenText key={said.count}>{said.text}</HiddenText>
      </div>
    </AnnounceContext>
  );
}
