import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 860px)');

const subscribe = (changed: () => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

/** True where a table has room; elsewhere the same things stand in cards. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
