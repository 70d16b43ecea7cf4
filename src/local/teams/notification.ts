import { z } from 'zod';

/** https://learn.microsoft.com/graph/api/resources/teamworkactivitytopic */
const topicSchema = z.strictObject({
  source: z.enum(['entityUrl', 'text']),
  value: z.string().min(1),
  webUrl: z.string().optional(),
});

/** A notification as the tenant keeps it. */
export interface KeptNotification {
  readonly at: string;
  readonly app: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly activityType: string;
  /** What the activity feed shows; `{actor}` is the app, as for every application that calls by itself. */
  readonly text: string;
  /** Of the preview the feed shows so much and no more. */
  readonly preview: string;
  readonly topic: z.output<typeof topicSchema>;
  readonly chainId?: number | undefined;
}

/** The body of `POST …/sendActivityNotification`. */
export const notificationSchema = z.strictObject({
  topic: topicSchema,
  activityType: z.string().min(1),
  chainId: z.int().optional(),
  previewText: z.strictObject({ content: z.string(), contentType: z.literal('text').optional() }),
  templateParameters: z.array(z.strictObject({ name: z.string().min(1), value: z.string() })).default([]),
});
export type NotificationRequest = z.output<typeof notificationSchema>;
