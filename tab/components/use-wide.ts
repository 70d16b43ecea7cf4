import { useSyncExternalStore } from 'react';

/** Whether the window is at least so many pixels wide, as it changes. */
function createUseAtLeast(pixels: number): () => boolean {
  const media = window.matchMedia(`(min-width: ${pixels}px)`);
  const subscribe = (changed: () => void) => {
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  };
  return () => useSyncExternalStore(subscribe, () => media.matches);
}

/** True where a table has room; elsewhere the same things stand in cards. */
export const useWide = createUseAtLeast(860);

/** True where the ways to all views have room; a telephone shows the first of them. */
export const useRoomForWays = createUseAtLeast(600);
