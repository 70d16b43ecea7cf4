import { z } from 'zod';

const account = z.object({ id: z.string().min(1), name: z.string().nullish(), aadObjectId: z.string().nullish() });

/** A channel of a team. Teams says of what kind it is under one name or the other. */
const channel = z.object({
  id: z.string(),
  name: z.string().nullish(),
  type: z.string().nullish(),
  membershipType: z.string().nullish(),
});

/**
 * The part of a Bot Framework activity that Lantern reads. Whatever else the body holds is dropped here, before anything
 * sees it: fields such as `deliveryMode` or `callerId` change what botbuilder does, and their sender is not yet known.
 */
export const activitySchema = z.object({
  type: z.string().min(1),
  id: z.string().min(1).nullish(),
  timestamp: z
    .string()
    .transform((text) => new Date(text))
    .nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  channelId: z.string().nullish(),
  serviceUrl: z.string().nullish(),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    tenantId: z.string().nullish(),
    conversationType: z.string().nullish(),
    name: z.string().nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).nullish(),
      team: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
      channel: channel.nullish(),
      eventType: z.string().nullish(),
      settings: z.object({ selectedChannel: channel.nullish() }).nullish(),
    })
    .nullish(),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  membersRemoved: z.array(z.object({ id: z.string() })).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.unknown()).nullish(),
  replyToId: z.string().nullish(),
});

export type TeamsActivity = z.infer<typeof activitySchema>;
