import { useQueryClient } from '@tanstack/react-query';
import { useAct, type Act } from '../api/use-act.ts';

/** An act on a concern: once it is decided, the concern is asked for anew. */
export function useConcernAct<B extends object>(
  id: string,
  send: (request: B & { readonly form: string }) => Promise<unknown>,
): Act<B, unknown> {
  const queries = useQueryClient();
  return useAct<B, unknown>({ send, decided: () => queries.invalidateQueries({ queryKey: ['concern', id] }) });
}
