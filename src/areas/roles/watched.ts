import type { WatchedView } from '../../perform/watched-view.ts';
import { roleGrant } from '../people/record.ts';

/** Which views of the tab show roles. */
export const watchedRoles: readonly WatchedView[] = [{ view: 'roles', verb: 'list-roles', record: roleGrant }];
