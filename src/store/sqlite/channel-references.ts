import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { ChannelReference, ChannelReferences } from '../../ports/channels.ts';

/** Where the channels lie that Lantern is in; not in SharePoint, since Teams says it again when the app is added. */
export function createChannelReferences(sqlite: SQLite.Database): ChannelReferences {
  const find = sqlite.prepare<[string, string], ChannelReference>(
    'select * from channelReference where tenant = ? and channel = ?',
  );
  const all = sqlite.prepare<[string], ChannelReference>(
    'select * from channelReference where tenant = ? order by teamName, name, channel',
  );
  const keep = sqlite.prepare<ChannelReference>(
    `insert or replace into channelReference (tenant, channel, team, teamName, name, membership, serviceUrl, botId)
     values (@tenant, @channel, @team, @teamName, @name, @membership, @serviceUrl, @botId)`,
  );
  const forgetOne = sqlite.prepare<[string, string], { channel: string }>(
    'delete from channelReference where tenant = ? and channel = ? returning channel',
  );
  const forgetTeam = sqlite.prepare<[string, string], { channel: string }>(
    'delete from channelReference where tenant = ? and team = ? returning channel',
  );
  const same = (a: ChannelReference | undefined, b: ChannelReference) =>
    a !== undefined && (Object.keys(b) as (keyof ChannelReference)[]).every((key) => a[key] === b[key]);
  return {
    async save({ tenant, channel, team, teamName, name, membership, serviceUrl, botId }) {
      const reference = { tenant, channel, team, teamName, name, membership, serviceUrl, botId };
      // Most activities bring the reference that is known: no write, no sync.
      if (!same(find.get(tenant, channel), reference)) keep.run(reference);
    },
    find: async ({ tenant, channel }) => find.get(tenant, channel),
    all: async (tenant) => all.all(tenant),
    async forget(which) {
      const { tenant } = which;
      const gone = 'team' in which ? forgetTeam.all(tenant, which.team) : forgetOne.all(tenant, which.channel);
      return gone.map(({ channel }) => channel);
    },
  };
}
