import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import type { RecordOf, RecordType } from '../../records/define-record.ts';
import { one } from '../../records/need.ts';
import type { RecordPatch } from '../../records/patch.ts';
import { patient } from '../../ports/outbox.ts';
import { schemaOf } from '../../records/schema.ts';
import { contact, pupil, relationship, staffMember } from './record.ts';
import { peopleRights } from './rights.ts';

/** What a roster may make or change. */
const types = { pupil, staffMember, contact, relationship } as const satisfies Readonly<Record<string, RecordType>>;

/** Every roster's writes go one after the other, in one lane that lets concerns pass: ten thousand children take a quarter of an hour. */
export const rosterLane = `${patient}roster`;
/** Changes in one act. */
export const mostAtOnce = 250;

const name = z.enum(Object.keys(types) as [keyof typeof types]);
const values = z.record(z.string(), z.string().nullable());
const id = z.string().regex(/^[0-9a-f]{32}$/);
const input = z.strictObject({
  school: z.string(),
  changes: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('create'), record: name, id, values }),
        z.strictObject({ kind: z.literal('update'), record: name, id, rev: z.int(), values }),
      ]),
    )
    .min(1)
    .max(mostAtOnce),
});
type Input = z.infer<typeof input>;
type One = Input['changes'][number];

/** To make a schema costs more than what it checks: each is made once. */
const schemas = Object.fromEntries(
  Object.entries<RecordType>(types).map(([type, { fields }]) => {
    const each = Object.entries(fields).map(([field, declared]) => [field, schemaOf({ value: declared })] as const);
    return [type, { whole: schemaOf(fields), of: new Map(each), fields }];
  }),
);

/** Whether these can be values of the record: all of them for a new one, some, or empty ones, for a change. */
function areValues({ kind, record, values: given }: One): boolean {
  const schema = schemas[record];
  if (!schema) return false;
  if (kind === 'create') return schema.whole.safeParse(given).success;
  return Object.entries(given).every(([field, value]) => {
    if (value === null) return schema.of.has(field) && !schema.fields[field]?.required;
    return schema.of.get(field)?.safeParse({ value }).success ?? false;
  });
}

const patchOf = (school: string, change: One): RecordPatch => {
  const type = types[change.record];
  return change.kind === 'create'
    ? { kind: 'create', type, id: change.id, school, values: change.values }
    : { kind: 'update', type, id: change.id, rev: change.rev, values: change.values };
};

type State = Readonly<Record<string, Pick<RecordOf<RecordType>, 'school' | 'rev'> | undefined>>;

/**
 * One batch of what a roster makes and changes at a school. It was planned a moment ago on records as they were: where one has
 * changed since, or is there already, nothing is done and the plan has to be made again.
 */
export const importRoster: UseCase<Input, State, { readonly done: number }> = {
  verb: 'import-roster',
  input,
  needs: ({ changes }) =>
    Object.fromEntries(changes.map((change) => [change.id, one(types[change.record], change.id)])),
  decide(state, { school, changes }, { actor }) {
    const roles: readonly string[] = peopleRights['import-roster'].may.map(({ role }) => role);
    const may = actor.grants.some((grant) => grant.school === school && roles.includes(grant.role));
    const foreign = changes.some((change) => (state[change.id]?.school ?? school) !== school);
    if (!may || foreign) return { ok: false, problem: { code: 'not-found' } };
    if (changes.some((change) => state[change.id]?.rev !== (change.kind === 'update' ? change.rev : undefined)))
      return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (new Set(changes.map((change) => change.id)).size < changes.length || !changes.every(areValues)) {
      const message = 'The roster holds something that Lantern cannot keep. Tell whoever looks after Lantern.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'changes', message }] } };
    }
    const put = changes.map((change) => patchOf(school, change));
    return { ok: true, change: { put, lane: rosterLane, entries: [], effects: [] }, answer: { done: put.length } };
  },
};
