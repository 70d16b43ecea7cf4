import { GraphFault } from '../graph/graph-fault.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';

/** Exchange's words for what an application may not do. */
export const needsOutlook =
  (...sets: readonly string[]) =>
  (call: TenantCall): void => {
    if (!holdsAny(call, sets))
      throw new GraphFault(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  };

export const itemNotFound = () =>
  new GraphFault(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const outlookInvalid = (message: string) => new GraphFault(400, 'ErrorInvalidRequest', message);

/** 400 for an event or message whose properties do not go together. */
export const propertyInvalid = (message: string) => new GraphFault(400, 'ErrorPropertyValidationFailure', message);

export const parameterInvalid = (message: string) => new GraphFault(400, 'ErrorInvalidParameter', message);
