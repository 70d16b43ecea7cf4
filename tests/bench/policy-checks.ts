import { actorFrom, isLanternItself, type AccessRow } from '../../src/access/actor.ts';
import { admits, reachOf } from '../../src/access/reach.ts';
import type { Rules } from '../../src/access/rules.ts';
import type { Actor, Role } from '../../src/access/types.ts';
import { grantableRole } from '../../src/areas/people/fields.ts';
import { classOfVerb, mayByHand, type OraclePerson, type OracleRecord } from '../src/access/policy-oracle.ts';

const ownIdentities = {
  setup: 'lantern-setup',
  filing: 'lantern-filing',
  roster: 'lantern-roster',
  sync: 'lantern-sync',
  'roles-feed': 'lantern-roles',
  calendar: 'lantern-calendar',
  posting: 'lantern-posting',
  chasing: 'lantern-chasing',
  'outside-reader': 'lantern-outside',
};
const granted = Object.keys(grantableRole);
/** Every role, and nobody's: somebody whom no list knows. */
const roles = ['staff', ...granted, ...Object.keys(ownIdentities), 'unknown'] as const;
const schools = ['a', 'b'] as const;
const teams = ['pastoral-lead', 'behaviour-lead', 'senco', 'attendance-lead', 'online-safety-lead'];

export interface PolicyChecks {
  readonly checks: number;
  /** Let in by the table, and not by the oracle: `verb by role`. */
  readonly leaked: readonly string[];
  /** Let in by the oracle, and not by the table. */
  readonly refused: readonly string[];
  /** Verbs for which nobody was let in, or nobody refused: nothing was seen of them. */
  readonly unseen: readonly string[];
}

/** Numbers below a bound, the same for the same seed (Mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Holds the table of rights against the oracle: each role by each verb, on so many generated people and records. */
export function checkPolicy(rules: Rules, verbs: readonly string[], each: number, seed: number): PolicyChecks {
  const below = seeded(seed);
  const one = <T>(...of: readonly T[]): T => of[below(of.length)] as T;
  const [leaked, refused] = [new Map<string, number>(), new Map<string, number>()];
  const [let_in, kept_out] = [new Set<string>(), new Set<string>()];
  let checks = 0;
  for (const verb of verbs)
    for (const role of roles)
      for (let n = 0; n < each; n++) {
        const person = personWith(role, one);
        const record = recordFor(verb, person, one);
        const allowed = mayByHand(verb, person, record);
        const found = admits(reachOf(rules(verb), actorOf(person)), record);
        (allowed ? let_in : kept_out).add(verb);
        checks += 1;
        const where = `${verb} by ${role}`;
        if (found && !allowed) leaked.set(where, (leaked.get(where) ?? 0) + 1);
        if (allowed && !found) refused.set(where, (refused.get(where) ?? 0) + 1);
      }
  const told = (counts: ReadonlyMap<string, number>) => [...counts].map(([where, times]) => `${where}: ${times}`);
  const unseen = verbs.filter((verb) => !let_in.has(verb) || !kept_out.has(verb));
  return { checks, leaked: told(leaked), refused: told(refused), unseen };
}

type One = <T>(...of: readonly T[]) => T;

/** Somebody with this role at one school; one in three has another role beside it, one in three was given or is kept from something. */
function personWith(role: (typeof roles)[number], one: One): OraclePerson {
  const own = ownIdentities[role as keyof typeof ownIdentities] as string | undefined;
  if (own !== undefined)
    return { id: own, works: [], roles: schools.map((school) => ({ role, school })), own: true, access: [] };
  const works = role === 'unknown' ? [] : [one(...schools)];
  const first = role === 'unknown' || role === 'staff' ? [] : [{ role, school: one(...schools) }];
  const more =
    role !== 'unknown' && one(true, false, false) ? [{ role: one(...granted), school: one(...schools) }] : [];
  const held = [...first, ...more];
  const known = [...new Set([...works, ...held.map(({ school }) => school)])];
  const staff = (known.length > 0 ? known : ['a']).map((school) => ({ role: 'staff', school }));
  const access = one(false, false, true) ? [accessRow(one), ...(one(true, false) ? [accessRow(one)] : [])] : [];
  const sitsIn = one('x1', 'x2', undefined);
  return { id: 'me', works, roles: [...staff, ...held], access, ...(sitsIn !== undefined && { sitsIn }) };
}

function accessRow(one: One): AccessRow {
  const kind = one('circle', 'break-glass', 'conflict', 'subject');
  if (kind === 'circle' || kind === 'subject')
    return { kind, concernId: one('c1', 'c2'), childId: null, concernOfChild: null, meetingOfChild: null };
  return {
    kind,
    concernId: null,
    childId: one('k1', 'k2'),
    concernOfChild: one('c1', 'c2', null),
    meetingOfChild: one('m1', 'm2', null),
  };
}

/** A record with every field on which a right may rest; half of them say something of the person. */
function recordFor(verb: string, person: OraclePerson, one: One): OracleRecord {
  const name = classOfVerb(verb);
  const whom = () => one(person.id, 'another');
  return {
    id: name === 'pupil' ? one('k1', 'k2', 'k3') : one('c1', 'c2', 'c3'),
    school: one(...schools),
    concernId: one('c1', 'c2', 'c3', null),
    childId: one('k1', 'k2', 'k3', null),
    meetingId: one('m1', 'm2', 'm3', null),
    chairId: whom(),
    minuteTakerId: whom(),
    channelId: one('x1', 'x2', 'x3'),
    reporterId: whom(),
    ownerId: whom(),
    speakerId: whom(),
    takenById: whom(),
    caseManagerId: whom(),
    subjectId: one(person.id, 'another', 'another', null),
    personId: whom(),
    invitedAs: one('staff', 'staff', 'professional'),
    attendance: one('attended', 'apologies', 'absent', 'asked'),
    state: one('open', 'withdrawn'),
    childState: one('unresolved', 'resolved', 'not-on-list'),
    status: one('submitted', 'closed', 'misfiled'),
    standing: one('misfiled', null, null),
    managedBy: one('head', 'chair'),
    kind: one('lado', 'low-level', 'circle', 'break-glass', 'conflict', 'subject'),
    toRole: one(...teams),
    role: one(...granted),
  };
}

function actorOf({ id, works, roles: held, own, access, sitsIn }: OraclePerson): Actor {
  const said = { tenant: 'a tenant', person: id, name: 'Somebody', door: 'tab' as const };
  const identity = { ...said, ...(sitsIn !== undefined && { sitsIn }) };
  if (own && !isLanternItself(identity)) throw new Error(`${id} is nobody of Lantern’s own`);
  const staff = works.map((school) => ({ school, name: 'Somebody' }));
  const given = held.filter(({ role }) => role !== 'staff').map(({ role, school }) => ({ role: role as Role, school }));
  return actorFrom(identity, staff, own ? [] : given, schools as unknown as [string, ...string[]], access);
}
