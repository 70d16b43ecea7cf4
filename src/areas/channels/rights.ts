import type { Right, RightsTable } from '../../access/types.ts';
import { leads } from '../people/rules.ts';

/** Whoever calls meetings, and looks after briefings. */
const callers: readonly Right[] = [...leads, { role: 'safeguarding-administrator', reach: 'school' }];
/** And whoever chairs or minutes this one, whatever else they are. */
const part: readonly Right[] = [
  ...callers,
  { role: 'staff', reach: 'own', ownField: 'chairId' },
  { role: 'staff', reach: 'own', ownField: 'minuteTakerId' },
];
/** Lantern itself, which sends what people have posted. */
const posting: readonly Right[] = [{ role: 'posting', reach: 'school' }];

/** Whoever sits in the channel, whatever else they are: no role shows more there, and none less. */
const sitting: readonly Right[] = [{ role: 'staff', reach: 'channel', recognised: true }];

/** What can be done with channels and posts and who may; no row, no right. */
export const channelRights = {
  'configure-channel': { audit: 'config-change', about: 'channel', may: leads },
  'list-channels': { audit: 'list', about: 'channel', may: leads },
  'list-channels-for-meeting': { audit: 'list', about: 'meeting', may: part },
  'read-channel-audience': { audit: 'read', about: 'meeting', may: [...part, ...posting] },
  'post-minutes': { audit: 'share', about: 'meeting', may: part },
  'list-channels-for-briefing': { audit: 'list', about: 'briefing', may: callers },
  'read-bulletin-audience': { audit: 'read', about: 'briefing', may: callers },
  'list-channel-posts': { audit: 'list', about: 'channelPost', may: part },
  'settle-channel-post': { audit: 'decide', about: 'channelPost', may: part },
  'read-channel-post': { audit: 'read', about: 'channelPost', may: posting },
  'list-posts-of-action': { audit: 'list', about: 'channelPost', may: posting },
  'move-channel-post': { audit: 'share', about: 'channelPost', may: posting },
  'note-channel': { audit: 'config-change', about: 'channel', may: posting },
  'read-channel-removed': { audit: 'read', about: 'channel', may: leads },
  'list-minutes-in-channel': { audit: 'list', about: 'channelPost', over: 'channel', may: sitting },
  'read-minutes-in-channel': { audit: 'read', about: 'channelPost', over: 'channel', may: sitting },
} as const satisfies RightsTable;
