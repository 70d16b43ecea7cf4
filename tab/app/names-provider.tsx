import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { NamesContext } from '../components/child-name.tsx';

/** Longer than one reads without touching anything, shorter than one leaves a screen to others. */
const idleMs = 5 * 60_000;
const lookEveryMs = 5_000;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls once nobody has touched the page for a while. A computer that slept counts the time it slept. */
function useIdle(watching: boolean, idle: () => void): void {
  useEffect(() => {
    if (!watching) return undefined;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const look = () => {
      if (Date.now() - touched >= idleMs) idle();
    };
    // Before a touch counts: whoever wakes a sleeping screen must not be shown what was left on it.
    const first = () => {
      look();
      touch();
    };
    const timer = setInterval(look, lookEveryMs);
    for (const sign of signsOfLife) window.addEventListener(sign, first, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, first, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [watching, idle]);
}

export interface NamesProviderProps {
  /** Others may look along. */
  readonly inMeeting: boolean;
  /** Everybody in the meeting sees it: names can never be shown. */
  readonly onStage: boolean;
  readonly children: ReactNode;
}

/**
 * Decides whether children's names are drawn: not in a meeting, where others look along, and not on a screen that was left;
 * until somebody asks for them.
 */
export function NamesProvider({ inMeeting, onStage, children }: NamesProviderProps) {
  const [hidden, setHidden] = useState(inMeeting || onStage);
  const announce = useAnnounce();
  const show = useCallback(() => {
    if (onStage) return;
    setHidden(false);
    announce('Children’s names are shown');
  }, [announce, onStage]);
  const hide = useCallback(() => {
    setHidden(true);
    announce('Children’s names are hidden');
  }, [announce]);
  useIdle(!hidden, hide);
  const names = useMemo(() => ({ hidden, show, hide }), [hidden, show, hide]);
  return <NamesContext value={names}>{children}</NamesContext>;
}
