import { GraphFault } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import type { TenantHandler } from '../tenant-route.ts';
import { mailboxOf } from './mailbox.ts';
import { sendMailSchema } from './message.ts';
import { outlookInvalid } from './outlook-fault.ts';

/** https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits */
const most = 500;

/** `POST /users/{id}/sendMail`: https://learn.microsoft.com/graph/api/user-sendmail */
export const sendMail: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const sender = mailboxOf(call, tenant);
  const parsed = sendMailSchema.safeParse(call.body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue?.path.includes('address'))
      throw new GraphFault(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    throw outlookInvalid(
      `The message cannot be read, or this part of it is not modelled: ${issue?.path.join('.') ?? ''}`,
    );
  }
  const sent = parsed.data.message;
  const all = [...sent.toRecipients, ...sent.ccRecipients, ...sent.bccRecipients];
  if (all.length === 0 || all.length > most)
    throw new GraphFault(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  tenant.mail.keep({
    at: call.at,
    app: call.caller.appId,
    from: { id: sender.id, name: sender.displayName, address: sender.mail ?? '' },
    message: sent,
    saveToSentItems: parsed.data.saveToSentItems,
  });
  return { status: 202 };
};
