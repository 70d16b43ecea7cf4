import { useEffect } from 'react';
import type { Printed } from '../../src/areas/journal/contract.ts';
import { useAct, type Act } from '../api/use-act.ts';
import { printOnce } from './print-leave.ts';

/**
 * Prints the page once for each press, after the server has written into the journal who prints what. Leaving the page closes it to
 * paper again.
 * @param print asks the server
 */
export function usePrint(print: () => Promise<Printed>): Act<object, Printed> {
  const act = useAct<object, Printed>({ send: print, decided: async () => undefined });
  const { answer } = act;
  useEffect(() => (answer ? printOnce() : undefined), [answer]);
  return act;
}
