import type { ChannelPlace, ChannelReference, ChannelReferences } from '../../ports/channels.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';

/** Where the channels lie that Lantern is in; not in SharePoint, since Teams says it again when the app is added. */
export function createChannelReferences(pool: Pool): ChannelReferences {
  async function find({ tenant, channel }: ChannelPlace): Promise<ChannelReference | undefined> {
    const p = createParameters();
    const text = `select * from "channelReference" where tenant = ${p.text(tenant)} and channel = ${p.text(channel)}`;
    return (await pool.rows<ChannelReference>({ text, values: p.values }))[0];
  }
  const same = (a: ChannelReference | undefined, b: ChannelReference) =>
    a !== undefined && (Object.keys(b) as (keyof ChannelReference)[]).every((key) => a[key] === b[key]);

  return {
    find,
    async save({ tenant, channel, team, teamName, name, membership, serviceUrl, botId }) {
      const reference = { tenant, channel, team, teamName, name, membership, serviceUrl, botId };
      // Most activities bring the reference that is known: no write, no sync.
      if (same(await find(reference), reference)) return;
      const p = createParameters();
      const values = Object.values(reference).map(p.text).join(', ');
      const text = `insert into "channelReference" (tenant, channel, team, "teamName", name, membership, "serviceUrl", "botId")
        values (${values})
        on conflict (tenant, channel) do update set team = excluded.team, "teamName" = excluded."teamName",
          name = excluded.name, membership = excluded.membership, "serviceUrl" = excluded."serviceUrl",
          "botId" = excluded."botId"`;
      await pool.rows({ text, values: p.values });
    },
    async all(tenant) {
      const p = createParameters();
      const text = `select * from "channelReference" where tenant = ${p.text(tenant)} order by "teamName", name, channel`;
      return pool.rows<ChannelReference>({ text, values: p.values });
    },
    async forget(which) {
      const p = createParameters();
      const [column, id] = 'team' in which ? ['team', which.team] : ['channel', which.channel];
      const text = `delete from "channelReference" where tenant = ${p.text(which.tenant)} and ${column} = ${p.text(id)}
        returning channel`;
      return (await pool.rows<{ channel: string }>({ text, values: p.values })).map(({ channel }) => channel);
    },
  };
}
