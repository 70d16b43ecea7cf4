import { defineRecord, type RecordOf } from '../../records/define-record.ts';
import { channelFields, channelPostFields } from './fields.ts';

/** A channel of a team to which a school posts minutes and bulletins. */
export const channel = defineRecord({
  name: 'channel',
  list: 'Channels',
  description:
    'Channels in Teams to which minutes and bulletins are posted, and for whom they are. Written by Lantern; do not edit here.',
  fields: channelFields,
});
export type Channel = RecordOf<typeof channel>;

/** What was posted to a channel, or is to be: the ledger by which nothing is posted twice. */
export const channelPost = defineRecord({
  name: 'channelPost',
  list: 'Channel posts',
  description:
    'Minutes and bulletins that were posted to channels, one row each. Written by Lantern; do not edit here.',
  // What stands in a channel, newest first, and what was said of it since.
  askedBy: [
    ['channelOf', 'state', 'addendumId', 'sentAt'],
    ['meetingId', 'state', 'addendumId'],
  ],
  fields: channelPostFields,
});
export type ChannelPost = RecordOf<typeof channelPost>;
