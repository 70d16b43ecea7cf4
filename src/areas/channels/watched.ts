import type { WatchedView } from '../../perform/watched-view.ts';
import { briefing } from '../briefings/record.ts';
import { meeting } from '../meetings/record.ts';
import { channelPost } from './record.ts';

/** Which views of the tab show posts. */
export const watchedChannels: readonly WatchedView[] = [
  {
    ...{ view: 'meeting', one: true, verb: 'list-channel-posts', record: channelPost },
    within: { type: meeting, by: 'meetingId' },
  },
  {
    ...{ view: 'briefing', one: true, verb: 'list-channel-posts', record: channelPost },
    within: { type: briefing, by: 'briefingId' },
  },
];
