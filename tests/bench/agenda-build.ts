import { callMeeting } from '../../src/areas/meetings/call-meeting.ts';
import { refreshAgenda } from '../../src/areas/meetings/refresh-agenda.ts';
import { kernelOn, newForm, people, school, tenant } from '../support/kernel.ts';
import type { Measured } from './figure.ts';
import { growSchool, type GrownSchool } from './grown-school.ts';
import { median, quantile } from './statistics.ts';

export interface AgendaBuildOptions {
  readonly cases?: number;
  /** Agendas that are written, half of them for the whole school and half about one child. */
  readonly agendas?: number;
  /** Breaks the school, to see the figure notice. */
  readonly broken?: (school: GrownSchool) => void;
}

const now = '2026-12-10T08:05:00.000Z';
const startsAt = '2026-12-11T15:45:00.000Z';
const endsAt = '2026-12-11T16:45:00.000Z';

const years = 10;
const minutesInYear = 365 * 24 * 60;

/**
 * All of it one school’s over ten years, an action on each fourth case and one in five of them never ended; and a child with cases of
 * their own. Nobody has counted how the rows lie: Lantern never does.
 */
function fillFile({ sqlite, concerns }: GrownSchool, child: string): void {
  const busy = `(select id from concern order by "reportedAt" desc limit 40)`;
  sqlite.exec(`
    update concern set school = '${school}', "reportedAt" = strftime('%Y-%m-%dT%H:%M:%fZ',
      julianday('${now}') - (julianday('${now}') - julianday("reportedAt")) * ${years * minutesInYear} / ${concerns});
    update concern set "childId" = '${child}' where id in ${busy};
    insert into action (tenant, id, school, ref, rev, "filedRev", "concernId", "concernRef", what, "ownerId", "ownerName", "dueOn",
      priority, status, "createdById", "createdByName", "createdAt")
    select tenant, lower(hex(randomblob(16))), school, 'A' || substr(ref, 2), 1, 1, id, ref, 'Ring home', 'person-1', 'Ann Bell',
      strftime('%Y-%m-%d', "reportedAt", '+14 days'), 'planned', case when place_ % 20 <> 0 then 'verified' when place_ % 60 = 0 then 'accepted' else 'open' end,
      'person-2', 'Tom Whitlock', "reportedAt"
    from (select *, row_number() over (order by "reportedAt") as place_ from concern) where place_ % 4 = 0 or id in ${busy};
    delete from sqlite_stat1;
    analyze sqlite_schema;`);
  sqlite.pragma('wal_checkpoint(truncate)');
}

/**
 * Takes the processor's time in which an agenda writes itself, from the press to what is safe, in a school that has filed for years.
 * What else the machine does meanwhile makes the clock's time longer, and not this.
 */
export async function measureAgendaBuild({
  cases = 100_000,
  agendas = 1_000,
  broken,
}: AgendaBuildOptions = {}): Promise<Measured> {
  const grown = growSchool(cases);
  try {
    const { perform } = await kernelOn(grown.store, { now: () => now });
    const pupil = grown.sqlite
      .prepare<[string], { id: string }>(`select id from pupil where tenant = ? and "givenName" = 'Ellie'`)
      .get(tenant);
    if (!pupil) throw new Error('the child of the meetings is not on the roll');
    fillFile(grown, pupil.id);
    broken?.(grown);
    const times: number[] = [];
    const points: number[] = [];
    for (let i = 0; i < agendas; i++) {
      const about = i % 2 === 0 ? { kind: 'safeguarding-team', children: [] } : { kind: 'taf', children: [pupil.id] };
      const called = await perform(
        callMeeting,
        people.priya,
        { ...about, school, startsAt, endsAt, staff: [], guests: [], chair: people.priya.person },
        newForm(),
      );
      if (!called.ok) throw new Error(`no meeting could be called: ${called.problem.code}`);
      const began = process.cpuUsage();
      const written = await perform(refreshAgenda, people.priya, { meeting: called.answer.meeting }, newForm());
      const { user, system } = process.cpuUsage(began);
      times.push((user + system) / 1_000);
      points.push(written.ok ? written.answer.added : 0);
    }
    const empty = points.filter((added) => added < 10).length;
    const about = {
      unit: `ms of processor time, an agenda of about ${median(points)} points, ${cases} cases`,
      ratio: null,
    } as const;
    return {
      figures: [
        {
          ...{ metric: 'agenda.build_ms_p99', value: quantile(times, 0.99), ...about, yardstick: null },
          ...(empty > 0 && { why: `${empty} of ${agendas} agendas hold hardly a point` }),
        },
      ],
      rounds: { times, points },
    };
  } finally {
    grown.end();
  }
}
