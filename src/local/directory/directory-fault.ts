import { GraphFault } from '../graph/graph-fault.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';

/** Entra's words for what an application may not do. https://learn.microsoft.com/graph/resolve-auth-errors */
export const needsDirectory =
  (...sets: readonly string[]) =>
  (call: TenantCall): void => {
    if (!holdsAny(call, sets))
      throw new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  };

export const resourceNotFound = (id: string) =>
  new GraphFault(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** 400 of a query that Entra's directory does not answer, or not without advanced queries. */
export const unsupportedQuery = (message: string) => new GraphFault(400, 'Request_UnsupportedQuery', message);

export const directoryBadRequest = (message: string) => new GraphFault(400, 'Request_BadRequest', message);
