import { createContext, use } from 'react';
import type { Api } from './create-api.ts';

export const ApiContext = createContext<Api | undefined>(undefined);

/** @throws Error outside the app's providers */
export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error('no API around this component');
  return api;
}
