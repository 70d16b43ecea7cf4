import { minutesInChannel } from '../../src/jobs/minutes-in-channel.ts';
import { kernelOn, people, school, tenant } from '../support/kernel.ts';
import type { Measured } from './figure.ts';
import { growSchool, type GrownSchool } from './grown-school.ts';
import { median } from './statistics.ts';

export interface ChannelPageOptions {
  readonly cases?: number;
  /** Minutes that were posted to the channel over the years. */
  readonly posted?: number;
  /** How often the page is looked at. */
  readonly looks?: number;
  /** Breaks the school, to see the figure notice. */
  readonly broken?: (school: GrownSchool) => void;
}

const now = '2026-12-10T08:05:00.000Z';
const channel = '19:here@thread.tacv2';
const points = 8;

/**
 * A school’s published minutes from one number to below another, each posted to one channel, of points about cases and of points that
 * stand on each agenda. Nobody has counted how the rows lie: Lantern never does.
 */
function fillChannel({ sqlite }: GrownSchool, from: number, to: number): void {
  sqlite.exec(`
    update concern set school = '${school}';
    insert or ignore into channel (tenant, id, school, rev, "filedRev", "channelId", "teamName", name, membership, audience, kinds, status,
      "configuredById", "configuredByName", "configuredAt")
    values ('${tenant}', 'here', '${school}', 1, 1, '${channel}', 'Team', 'Here', 'standard', 'staff', 'safeguarding-team', 'in-use', 'p', 'P', '${now}');
    create temp table if not exists held (n integer primary key);
    delete from held;
    insert into held with recursive counted (n) as (select ${from} union all select n + 1 from counted where n + 1 < ${to}) select n from counted;
    create temp table if not exists point (n integer primary key);
    insert or ignore into point with recursive counted (n) as (select 0 union all select n + 1 from counted where n + 1 < ${points}) select n from counted;
    insert into meeting (tenant, id, school, ref, rev, "filedRev", kind, status, "startsAt", "endsAt", "heldAt", "agreedAt", "agreedByName",
      "calledById", "calledByName")
    select '${tenant}', 'meeting-' || n, '${school}', 'M-' || n, 1, 1, 'safeguarding-team', 'minutes-published', t, t, t, t, 'Priya Raman', 'p', 'P'
    from (select n, strftime('%Y-%m-%dT%H:%M:%fZ', '${now}', (n - ${to}) || ' days') as t from held);
    insert into "agendaPoint" (tenant, id, school, rev, "filedRev", "meetingId", number, why, heading, state, "concernId")
    select '${tenant}', 'point-' || held.n || '-' || point.n, '${school}', 1, 1, 'meeting-' || held.n, point.n + 1,
      case when point.n < 2 then 'standing' else 'new-concern' end, case when point.n < 2 then 'Point ' || point.n end, 'decided',
      case when point.n < 2 then null else (select id from concern where rowid = 1 + (held.n * ${points} + point.n) % (select max(rowid) from concern)) end
    from held join point;
    insert into minute (tenant, id, school, rev, "filedRev", "meetingId", "pointId", number, part, discussion, decision, "concernId")
    select tenant, 'minute-' || id, school, 1, 1, "meetingId", id, number, 1, 'They were spoken of at length.', 'Ring home by Friday.', "concernId"
    from "agendaPoint" where "meetingId" in (select 'meeting-' || n from held);
    insert into action (tenant, id, school, ref, rev, "filedRev", "concernId", "concernRef", what, "ownerId", "ownerName", "dueOn",
      priority, status, "createdById", "createdByName", "createdAt", "pointId")
    select tenant, 'action-' || id, school, 'A-' || id, 1, 1, "concernId", 'C', 'Ring home', 'person-1', 'Ann Bell', '2026-12-11', 'planned', 'open',
      'p', 'P', '${now}', id from "agendaPoint" where "concernId" is not null and "meetingId" in (select 'meeting-' || n from held);
    insert into "meetingPerson" (tenant, id, school, rev, "filedRev", "meetingId", "invitedAs", "personId", name, attendance)
    select '${tenant}', 'asked-' || held.n || '-' || point.n, '${school}', 1, 1, 'meeting-' || held.n, 'staff', 'person-' || point.n, 'Ann Bell', 'attended'
    from held join point where point.n < 5;
    insert into "channelPost" (tenant, id, school, rev, "filedRev", "meetingId", "channelOf", "channelName", digest, state, "sentAt", "askedById",
      "askedByName", "askedAt")
    select '${tenant}', 'post-' || n, '${school}', 1, 1, 'meeting-' || n, 'here', 'Here', 'd', 'sent', t, 'p', 'P', t
    from (select n, strftime('%Y-%m-%dT%H:%M:%fZ', '${now}', (n - ${to}) || ' days') as t from held);
    delete from sqlite_stat1;
    analyze sqlite_schema;`);
  sqlite.pragma('wal_checkpoint(truncate)');
}

/** Takes the processor's time in which the page of a channel shows its newest minutes, with few and with many behind them. */
export async function measureChannelPage({
  cases = 100_000,
  posted = 500,
  looks = 20,
  broken,
}: ChannelPageOptions = {}): Promise<Measured> {
  const grown = growSchool(cases);
  try {
    const { read } = await kernelOn(grown.store, { now: () => now });
    const look = minutesInChannel({ read, sits: async () => 'yes', linkOf: (_tenant, meeting) => meeting });
    const timesOf = async () => {
      const times: number[] = [];
      for (let i = 0; i < looks; i++) {
        const began = process.cpuUsage();
        const page = await look(people.daniel, channel, undefined);
        const { user, system } = process.cpuUsage(began);
        if (!page.ok || page.answer.minutes.length !== 5) throw new Error('the page does not hold its minutes');
        times.push((user + system) / 1_000);
      }
      return times;
    };
    broken?.(grown);
    const few = Math.max(10, Math.floor(posted / 10));
    fillChannel(grown, 0, few);
    const before = await timesOf();
    fillChannel(grown, few, posted);
    const after = await timesOf();
    return {
      figures: [
        {
          ...{ metric: 'channel.page_growth', value: median(after) / median(before), ratio: null },
          ...{ unit: `times the processor time, ${posted} minutes`, yardstick: `${few} minutes, ${cases} cases` },
        },
      ],
      rounds: { before, after },
    };
  } finally {
    grown.end();
  }
}
