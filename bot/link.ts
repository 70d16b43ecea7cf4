import type { Config } from '../src/config.ts';
import type { Recipient } from '../src/ports/messenger.ts';

/** Entity id of the personal tab in the app manifest. */
export const deskEntity = 'desk';

/**
 * Where a person opens a record: a deep link into the tab (learn.microsoft.com: deep links to a tab), in local mode the
 * page that stands in for Teams. Ids only: an address ends up in histories and logs.
 */
export function linkTo(config: Pick<Config, 'TEAMS_APP_ID' | 'LANTERN_TENANT_ID' | 'LANTERN_LOCAL_ORIGIN'>) {
  return (record: string, person: Recipient): string => {
    if (config.LANTERN_LOCAL_ORIGIN) return `${config.LANTERN_LOCAL_ORIGIN}/host?person=${person.person}&sub=${record}`;
    const context = encodeURIComponent(JSON.stringify({ subEntityId: record }));
    return `https://teams.microsoft.com/l/entity/${config.TEAMS_APP_ID}/${deskEntity}?context=${context}&tenantId=${config.LANTERN_TENANT_ID}`;
  };
}
