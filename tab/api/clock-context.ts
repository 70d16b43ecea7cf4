import { createContext, use, useSyncExternalStore } from 'react';
import { createSchoolClock, type SchoolClock } from './school-clock.ts';

export const ClockContext = createContext(createSchoolClock());

export const useSchoolClock = (): SchoolClock => use(ClockContext);

/** The school's time in milliseconds; the component is drawn again as it passes. */
export function useNow(): number {
  const clock = useSchoolClock();
  return useSyncExternalStore(clock.subscribe, clock.now);
}
