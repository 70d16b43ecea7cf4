import { z } from 'zod';
import { bodySchema, recipientSchema } from './event-request.ts';

const recipients = z.array(recipientSchema).default([]);

const attachment = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.fileAttachment'),
  name: z.string().min(1),
  contentType: z.string().optional(),
  contentBytes: z.base64(),
});

const message = z.strictObject({
  subject: z.string().default(''),
  body: bodySchema.default({ contentType: 'text', content: '' }),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  importance: z.enum(['low', 'normal', 'high']).default('normal'),
  attachments: z.array(attachment).default([]),
});
export type Message = z.output<typeof message>;

/** A mail as the tenant keeps it. */
export interface KeptMail {
  readonly at: string;
  /** The application that sent it. */
  readonly app: string;
  readonly from: { readonly id: string; readonly name: string; readonly address: string };
  readonly message: Message;
  readonly saveToSentItems: boolean;
}

// Microsoft's own page sends the word as text.
const yes = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
/** The body of `POST …/sendMail`. https://learn.microsoft.com/graph/api/resources/message */
export const sendMailSchema = z.strictObject({ message, saveToSentItems: yes.default(true) });
