import { createContext } from 'react';
import { createCheckedAge } from './checked-age.ts';

export const CheckedContext = createContext(createCheckedAge());
