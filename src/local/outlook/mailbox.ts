import { hasMailbox, type Person } from '../directory/person.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { Workloads } from '../workloads.ts';

/**
 * Whose mailbox the path names, by id or user principal name.
 * @throws GraphFault 404 in Exchange's words, for nobody and for somebody without a mailbox in the tenant
 */
export function mailboxOf(call: TenantCall, { directory }: Workloads): Person {
  const key = call.params['user'] ?? '';
  const person = directory.person(key);
  if (!person) throw new GraphFault(404, 'ErrorInvalidUser', `The requested user '${key}' is invalid.`);
  if (!hasMailbox(person))
    throw new GraphFault(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  return person;
}
