import { createContext } from 'react';

/** Shows a page of the tab on the stage of the meeting beside which it lies; undefined where there is none. */
export const StageContext = createContext<((path: string) => Promise<void>) | undefined>(undefined);
