import { createHash } from 'node:crypto';
import type { Query } from '../../records/query.ts';
import type { RecordType } from '../../records/define-record.ts';
import { quoted } from './quoted.ts';
import type { Questions } from './questions.ts';

/** A function in the database. Its name tells its text, so that two versions of Lantern can stand side by side. */
export interface SubmitFunction {
  readonly name: string;
  /** Makes it, or leaves it as it is. */
  readonly text: string;
}

const perType = (types: readonly RecordType[], build: (type: RecordType) => string) =>
  `case one.v->>'type' ${types.map((type) => `when '${type.name}' then ${build(type)}`).join('\n')} end case;`;

const own = (type: RecordType) => ['rev', ...Object.keys(type.fields)].map(quoted);

/** The row as records hold it: flags are yes or no. */
const asRecord = (type: RecordType) => {
  const flags = Object.entries(type.fields).filter(([, { kind }]) => kind === 'flag');
  return ['to_jsonb(t)', ...flags.map(([name]) => `jsonb_build_object('${name}', t.${quoted(name)} = 1)`)].join(' || ');
};

const ofRow = `tenant = j->>'tenant' and id = one.v->>'id'`;

/** A question about rights, with its values taken from the argument. */
function asked(query: Query<object, unknown>, questions: Questions): string {
  const { sql, names } = questions.text({ tenant: '', query, values: {} });
  const filled = sql.replaceAll(/\$(\d+)/g, (_, place) => `(one.v->'values'->>'${names[Number(place) - 1] ?? ''}')`);
  return `when '${query.name}' then select coalesce(jsonb_agg(to_jsonb(seen)), '[]') into rows from (${filled}) seen;`;
}

/**
 * The whole of an act as one call, and so one statement and one transaction: it takes its turn at the head of the tenant's
 * journal, answers a form that was answered before, re-checks all that the decision rested on, then writes projection, outbox,
 * journal and inbox together.
 *
 * Every act and look of a tenant moves the head, so whoever holds it is alone, and each statement in here sees what was
 * committed before it (read committed, which the connections ask for). Its statements are planned once; what it is given is one
 * JSON text (submit.ts). It is made from the record types and from the questions that rights rest on.
 */
export function submitFunction(
  types: readonly RecordType[],
  rights: readonly Query<object, unknown>[],
  questions: Questions,
): SubmitFunction {
  const body = `
declare
  head record; one record; replied text; revision int; number int; rows jsonb; was jsonb; work jsonb; linked text;
begin
  select n, hash into head from chain where tenant = j->>'tenant' for update;
  if not found then return query select 'no-chain', null::text; return; end if;
  select i.answer into replied from inbox i
    where tenant = j->>'tenant' and person = j->>'person' and form = j->>'form' and i.digest = j->>'digest';
  if found then return query select 'answered', replied; return; end if;

  for one in select value as v from jsonb_array_elements(j->'records') loop
    ${perType(types, (type) => `select rev into revision from ${quoted(type.name)} where ${ofRow};`)}
    if revision is distinct from (one.v->>'rev')::int then return query select 'conflict', null::text; return; end if;
  end loop;
  for one in select value as v from jsonb_array_elements(j->'counters') loop
    select next into number from counter where tenant = j->>'tenant' and counter.counter = one.v->>'counter';
    if coalesce(number, 1) <> (one.v->>'next')::int then return query select 'conflict', null::text; return; end if;
  end loop;
  for one in select value as v from jsonb_array_elements(j->'seen') loop
    case one.v->>'name' ${rights.map((query) => asked(query, questions)).join('\n')}
      else raise exception 'Rights rest on a question that the submit does not know: %', one.v->>'name';
    end case;
    if rows <> one.v->'rows' then return query select 'conflict', null::text; return; end if;
  end loop;

  for one in select value as v from jsonb_array_elements(j->'put') loop
    work := one.v->'filing';
    if work->>'kind' = 'create' then
      ${perType(types, (type) => `insert into ${quoted(type.name)} select * from jsonb_populate_record(null::${quoted(type.name)}, one.v->'row');`)}
    else
      ${perType(
        types,
        (type) => `
        select ${asRecord(type)} into was from ${quoted(type.name)} t where ${ofRow};
        update ${quoted(type.name)} t set (${own(type).join(', ')}) =
          (select ${own(type)
            .map((name) => `changed.${name}`)
            .join(', ')} from jsonb_populate_record(t, one.v->'row') changed) where ${ofRow};`,
      )}
      work := work || jsonb_build_object('school', was->'school',
        'base', (select jsonb_object_agg(name, was->name) from jsonb_object_keys(work->'values') name));
      if was->>'ref' is not null then work := work || jsonb_build_object('ref', was->'ref'); end if;
    end if;
    insert into outbox (tenant, channel, lane, act, payload, state, attempts, "dueAt", fence, "createdAt")
      values (j->>'tenant', 'sharepoint', j->>'lane', j->>'act', work, 'waiting', 0, j->>'now', 0, j->>'now');
  end loop;
  insert into outbox (tenant, channel, lane, act, payload, state, attempts, "dueAt", fence, "createdAt")
    select j->>'tenant', 'message', v->>'lane', j->>'act', v->'payload', 'waiting', 0, v->>'due', 0, j->>'now'
    from jsonb_array_elements(j->'messages') with ordinality message(v, place) order by place;

  insert into counter (tenant, counter, next)
    select j->>'tenant', v->>'counter', (v->>'next')::int + 1 from jsonb_array_elements(j->'counters') v
    on conflict (tenant, counter) do update set next = excluded.next;
  linked := encode(sha256(convert_to(head.hash || '[' || (head.n + 1) || ',' || (j->>'suffix'), 'UTF8')), 'hex');
  insert into journal (tenant, n, at, actor, act, verb, about, subjects, outcome, fields, digest, hash)
    select j->>'tenant', head.n + 1, at, actor, act, verb, about, subjects, outcome, fields, digest, linked
    from jsonb_to_record(j->'entry') as entry(at text, actor text, act text, verb text, about text, subjects text, outcome text,
      fields text, digest text);
  update chain set n = head.n + 1, hash = linked where tenant = j->>'tenant';
  insert into inbox (tenant, person, form, digest, answer, at)
    values (j->>'tenant', j->>'person', j->>'form', j->>'digest', j->>'answer', j->'entry'->>'at');
  return query select 'committed', null::text;
end`;
  const name = `submit_${createHash('sha256').update(body).digest('hex').slice(0, 16)}`;
  return {
    name,
    text: `create or replace function ${name}(j jsonb) returns table (kind text, answer text) language plpgsql as $submit$
      #variable_conflict use_column${body} $submit$`,
  };
}
