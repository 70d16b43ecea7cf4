import type { Account, Discrepancy } from '../../ports/account.ts';
import type { RecordType } from '../../records/define-record.ts';
import type { Pool } from './pool.ts';
import { quoted } from './quoted.ts';

const told = `told as materialized (
  select tenant, subject as id, count(*)::int as acts from journal, jsonb_array_elements_text(subjects::jsonb) as subject
  where outcome = 'done' group by tenant, subject)`;

export function createAccount(pool: Pool, types: readonly RecordType[]): Account {
  const records = types.map(({ name }) => `select tenant, id, '${name}' as record, rev from ${quoted(name)}`);
  const held = `held as (${records.join(' union all ')})`;
  return async function* account() {
    yield* await pool.rows<Discrepancy>({
      text: `with ${told}, ${held}
        select held.tenant, held.id, held.record, case when told.id is null then 'not-told' else 'more-than-told' end as kind
        from held left join told on told.tenant = held.tenant and told.id = held.id
        where told.id is null or held.rev > told.acts order by held.record, held.tenant, held.id`,
      values: [],
    });
    yield* await pool.rows<Discrepancy>({
      text: `with ${told}, ${held}
        select told.tenant, told.id, 'not-held' as kind from told
        where not exists (select 1 from held where held.tenant = told.tenant and held.id = told.id) order by told.tenant, told.id`,
      values: [],
    });
  };
}
