import { createHash } from 'node:crypto';
import type { Query } from '../../records/query.ts';
import type { RecordType } from '../../records/define-record.ts';
import type { Field } from '../../records/fields.ts';
import { wordsColumn } from './full-text.ts';
import { quoted } from './quoted.ts';
import type { Questions } from './questions.ts';

/** A function in the database. Its name tells its text, so that two versions of Lantern can stand side by side. */
export interface SubmitFunction {
  readonly name: string;
  /** Makes it, or leaves it as it is. */
  readonly text: string;
}

const perType = (types: readonly RecordType[], build: (type: RecordType) => string) =>
  `case one->>'type' ${types.map((type) => `when '${type.name}' then ${build(type)}`).join('\n')} end case;`;

/** Loops over a list of the argument, each time with `one` as its next element; a loop over a query costs more than what it does here. */
const each = (list: string, body: string) => `
  for place in 0 .. jsonb_array_length(j->'${list}') - 1 loop
    one := j->'${list}'->place;
    ${body}
  end loop;`;

interface Cell {
  readonly name: string;
  /** Its value among those that were sent, as the table holds it. */
  readonly sent: string;
}

/** The columns of a projection table, taken from JSON one by one: to populate a record has PostgreSQL look up its type each time. */
function cellsOf(type: RecordType): readonly Cell[] {
  const casts: Partial<Record<Field['kind'], string>> = { count: '::int', flag: '::boolean::int' };
  return Object.entries(type.fields).map(([name, { kind }]) => ({
    name: quoted(name),
    sent: `(sent->>'${name}')${casts[kind] ?? ''}`,
  }));
}

function insertion(type: RecordType): string {
  const words = wordsColumn(type);
  const sentOrRef = (name: string) => (name === 'ref' ? `one->>'ref'` : `sent->>'${name}'`);
  const cells = [...cellsOf(type), ...(words ? [{ name: quoted(words.column), sent: words.wordsIn('plain') }] : [])];
  return `${words ? `plain := ${words.text(sentOrRef)};` : ''}
    insert into ${quoted(type.name)} (tenant, id, school, ref, rev, ${cells.map(({ name }) => name).join(', ')})
    values (j->>'tenant', one->>'id', one->>'school', one->>'ref', 1, ${cells.map(({ sent }) => sent).join(', ')});`;
}

/** What the row held, as records hold it (flags as yes or no); then the row with the columns that were sent. */
function update(type: RecordType): string {
  const flags = Object.entries(type.fields).filter(([, { kind }]) => kind === 'flag');
  const was = ['to_jsonb(t)', ...flags.map(([name]) => `jsonb_build_object('${name}', t.${quoted(name)} = 1)`)];
  const sets = Object.entries(type.fields).map(
    ([name], i) =>
      `${quoted(name)} = case when sent ? '${name}' then ${cellsOf(type)[i]?.sent ?? ''} else t.${quoted(name)} end`,
  );
  return `select ${was.join(' || ')} into was from ${quoted(type.name)} t
      where ${ofRow} and rev = (one->>'rev')::int;
    if not found then ${refused} end if;
    update ${quoted(type.name)} t set ${['rev = t.rev + 1', ...sets].join(', ')} where ${ofRow};
    ${wordsAgain(type)}`;
}

/** The words of a row of which some may have changed. */
function wordsAgain(type: RecordType): string {
  const words = wordsColumn(type);
  if (!words) return '';
  const names = words.names.map((name) => `'${name}'`).join(', ');
  return `if sent ?| array[${names}] then
      select ${words.text(quoted)} into plain from ${quoted(type.name)} where ${ofRow};
      update ${quoted(type.name)} set ${quoted(words.column)} = ${words.wordsIn('plain')} where ${ofRow};
    end if;`;
}

const ofRow = `tenant = j->>'tenant' and id = one->>'id'`;

const ofDraft = `tenant = j->>'tenant' and subject = one->>'of'`;

/** The error by which the function says that something the decision rested on is no longer so. */
export const conflict = 'LN001';

const refused = `raise exception using errcode = '${conflict}';`;

/** A question about rights, with its values taken from the argument. */
function asked(query: Query<object, unknown>, questions: Questions): string {
  const { sql, names } = questions.text({ tenant: '', query, values: {} });
  const filled = sql.replaceAll(/\$(\d+)/g, (_, place) => `(one->'values'->>'${names[Number(place) - 1] ?? ''}')`);
  return `when '${query.name}' then select coalesce(json_agg(seen)::text, '[]') into rows from (${filled}) seen;`;
}

/**
 * The whole of an act as one call, and so one statement and one transaction: it takes its turn at the head of the tenant's
 * journal, sees whether the form was answered before, re-checks all that the decision rested on, and writes projection, outbox,
 * journal and inbox together. What does not hold is an error, which undoes the rest.
 * @returns in the database: the number of the journal's entry; null when the tenant has no journal yet
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
  const entry = ['at', 'actor', 'act', 'verb', 'about', 'subjects', 'outcome', 'fields', 'digest', 'door', 'rights'];
  const body = `
declare
  number bigint; link text; one jsonb; revision int; waiting bigint; rows text; plain text; sent jsonb; was jsonb; work jsonb;
begin
  update chain set n = n + 1, hash = encode(sha256(convert_to(hash || '[' || (n + 1) || ',' || (j->>'suffix'), 'UTF8')), 'hex')
    where tenant = j->>'tenant' returning n, hash into number, link;
  if not found then return null; end if;
  insert into inbox (tenant, person, form, digest, answer, at)
    values (j->>'tenant', j->>'person', j->>'form', j->>'digest', j->>'answer', j->>'at');
  ${each(
    'records',
    `${perType(types, (type) => `select rev into revision from ${quoted(type.name)} where ${ofRow};`)}
    if revision is distinct from (one->>'rev')::int then ${refused} end if;`,
  )}
  ${each(
    'seen',
    `case one->>'name' ${rights.map((query) => asked(query, questions)).join('\n')}
      else raise exception 'Rights rest on a question that the submit does not know: %', one->>'name';
    end case;
    if rows <> one->>'rows' then ${refused} end if;`,
  )}
  ${each(
    'counters',
    `update counter set next = next + coalesce((one->>'taken')::int, 1) where tenant = j->>'tenant' and counter = one->>'counter' and next = (one->>'next')::int;
    if not found then
      if (one->>'next')::int > 1 then ${refused} end if;
      insert into counter (tenant, counter, next) values (j->>'tenant', one->>'counter', 1 + coalesce((one->>'taken')::int, 1));
    end if;`,
  )}
  if j ? 'settle' then
    one := j->'settle';
    update outbox set state = 'waiting', attempts = 0, code = null, "dueAt" = j->>'now',
        payload = payload || jsonb_build_object('settled', true, 'values', (payload->'values') - dropped,
          'base', (coalesce(payload->'base', '{}') - dropped) || (one->'base'))
      from (select array(select jsonb_array_elements_text(one->'drop')) as dropped) as choice
      where tenant = j->>'tenant' and channel = 'sharepoint' and state = 'stopped'
        and payload->>'record' = one->>'type' and payload->>'id' = one->>'id'
      returning id into waiting;
    if not found then ${refused} end if;
    delete from conflict where "outboxId" = waiting;
    ${perType(types, (type) => `update ${quoted(type.name)} set stopped = null where ${ofRow};`)}
  end if;
  if j ? 'draft' then
    one := j->'draft';
    if not one ? 'add' and exists (select 1 from draft where ${ofDraft} and id > coalesce((one->>'upto')::bigint, 0)) then
      ${refused}
    end if;
    delete from draft where ${ofDraft} and id <= (one->>'upto')::bigint;
    if one ? 'add' then
      insert into draft (tenant, subject, bytes) values (j->>'tenant', one->>'of', one->>'add');
    end if;
  end if;
  ${each(
    'put',
    `work := j->'work'->place->'payload';
    sent := work->'values';
    if one->>'kind' = 'create' then
      ${perType(types, insertion)}
    else
      ${perType(types, update)}
      work := work || jsonb_build_object('school', was->'school',
        'base', (select jsonb_object_agg(name, was->name) from jsonb_object_keys(sent) name));
      if was->>'ref' is not null then work := work || jsonb_build_object('ref', was->'ref'); end if;
      j := jsonb_set(j, array['work', place::text, 'payload'], work);
    end if;`,
  )}
  insert into outbox (tenant, channel, lane, act, payload, state, attempts, "dueAt", fence, "createdAt")
    select j->>'tenant', work->>'channel', work->>'lane', j->>'act', work->'payload', 'waiting', 0, work->>'due', 0, j->>'now'
    from jsonb_array_elements(j->'work') as works(work);
  one := j->'entry';
  insert into journal (tenant, n, hash, ${entry.join(', ')})
    values (j->>'tenant', number, link, ${entry.map((name) => `one->>'${name}'`).join(', ')});
  return number;
end`;
  const name = `submit_${createHash('sha256').update(body).digest('hex').slice(0, 16)}`;
  return {
    name,
    text: `create or replace function ${name}(j jsonb) returns bigint language plpgsql as $submit$
      #variable_conflict use_column${body} $submit$`,
  };
}
