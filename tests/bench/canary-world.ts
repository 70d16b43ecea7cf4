import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rules } from '../../src/access/rules.ts';
import { recordTypes } from '../../src/areas/areas.ts';
import { rightsRestOn } from '../../src/areas/rights-rest-on.ts';
import { grantableRole } from '../../src/areas/people/fields.ts';
import { createActors } from '../../src/perform/actors.ts';
import { createRead } from '../../src/perform/read.ts';
import type { Field } from '../../src/records/fields.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { createStore } from '../../src/store/sqlite/store.ts';
import type { OraclePerson } from '../src/access/policy-oracle.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { databaseKey, newForm, tenant } from '../support/kernel.ts';

const now = '2026-12-10T08:05:00.000Z';
const schools = ['a', 'b'] as const;

/** A record as it lies in the store; every text of it says of itself where it stands. */
export interface Planted {
  readonly name: string;
  readonly id: string;
  readonly n: number;
  readonly school: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A text that is found again wherever it comes out: its class, its field, its record. */
export const canary = (name: string, field: string, n: number) => `qz0${name}0${field}0${n}0qz`;
export const canaries = /qz0([a-zA-Z]+)0([a-zA-Z]+)0(\d+)0qz/g;

/** Texts that are read as something: an id, a day, a number. */
const dates: Readonly<Record<string, string>> = {
  birthDate: '2014-05-06',
  dueOn: '2026-12-11',
  madeOn: '2026-01-05',
  readBy: '2026-12-18',
  reviewOn: '2027-01-01',
};
const isId = (field: string) =>
  /(Id|Ref|digest|Digest)$/.test(field) || ['mergedInto', 'until', 'record'].includes(field);

function valueOf(name: string, field: string, spec: Field, n: number): unknown {
  if (spec.kind === 'flag') return false;
  if (spec.kind === 'count') return 1;
  if (spec.kind === 'choice') return Object.keys(spec.of)[0];
  if (spec.kind === 'instant')
    return /^(leftAt|endedAt|withdrawnAt|retiredAt|removedFromAt)$/.test(field) ? null : '2026-12-09T08:00:00.000Z';
  if (dates[field] !== undefined) return dates[field];
  return isId(field) ? null : canary(name, field, n);
}

/** Records of every class, in two schools: what is there, and whose. */
function plant(ids: () => string) {
  const planted: Planted[] = [];
  function add(name: string, school: string, over: Readonly<Record<string, unknown>> = {}): Planted {
    const type = recordTypes.find((one) => one.name === name);
    if (!type) throw new Error(`there is no record type ${name}`);
    const n = planted.length + 1;
    const made = Object.entries(type.fields).map(([field, spec]) => [field, valueOf(name, field, spec, n)] as const);
    const one = { name, id: ids(), n, school, values: { ...Object.fromEntries(made), ...over } };
    planted.push(one);
    return one;
  }
  return { planted, add };
}

/** The channel in Teams in which everybody of a school sits. */
const inTeams = (school: string) => `19:${school}@thread.tacv2`;
const at = (school: string, who: string) => `${who}-${school}`;

/** Everybody who looks, by hand: a holder of each role at each school, and those whom something singles out. */
const lookers = schools.flatMap((school) => [
  ...Object.keys(grantableRole).map((role) => ({ id: at(school, role), school, roles: [role] })),
  ...['reporter', 'owner', 'manager', 'subject', 'given', 'opened'].map((who) => ({
    id: at(school, who),
    school,
    roles: [],
  })),
  { id: at(school, 'kept'), school, roles: ['dsl'] },
  { id: at(school, 'subject-lead'), school, roles: ['dsl', 'head'] },
]);

interface CanaryWorld {
  readonly planted: readonly Planted[];
  readonly people: readonly OraclePerson[];
}

function populate(ids: () => string): CanaryWorld {
  const { planted, add } = plant(ids);
  const people: OraclePerson[] = [];
  for (const school of schools) {
    const who = (name: string) => at(school, name);
    for (const { id, roles } of lookers.filter((one) => one.school === school)) {
      add('staffMember', school, { personId: id });
      for (const role of roles) add('roleGrant', school, { personId: id, role, state: 'in-force' });
    }
    const pupils = [1, 2, 3].map(() => add('pupil', school));
    for (const pupil of pupils) {
      const contact = add('contact', school);
      add('relationship', school, { pupilId: pupil.id, contactId: contact.id });
    }
    const merged = add('pupil', school, { mergedInto: pupils[2]!.id });
    const right = add('concern', school, { childId: pupils[1]!.id, childState: 'resolved', reporterId: 'nobody' });
    const states = [
      { childId: pupils[0]!.id, childState: 'resolved', reporterId: who('reporter') },
      { childId: pupils[1]!.id, childState: 'resolved', reporterId: who('reporter'), takenById: who('dsl') },
      { childId: null, childState: 'unresolved', reporterId: who('reporter') },
      { childId: merged.id, childState: 'resolved', reporterId: who('kept'), status: 'closed' },
      { childId: pupils[0]!.id, childState: 'resolved', reporterId: who('kept'), status: 'acknowledged' },
      {
        childId: pupils[2]!.id,
        childState: 'resolved',
        reporterId: who('reporter'),
        status: 'misfiled',
        continuedAsId: right.id,
      },
    ];
    const actions: Planted[] = [];
    const documents = new Map<string, string>();
    const concerns = [right, ...states.map((state) => add('concern', school, state))];
    for (const [number, concern] of concerns.entries()) {
      const of = { concernId: concern.id };
      const standing = concern.values['status'] === 'misfiled' ? 'misfiled' : null;
      add('concernAddendum', school, { ...of, kind: 'addendum', reporterId: who('reporter') });
      const decision = add('concernDecision', school, of);
      add('concernPerson', school, { ...of, pupilId: number === 2 ? pupils[0]!.id : null });
      for (const toRole of ['pastoral-lead', 'senco'])
        add('routedLine', school, { ...of, decisionId: decision.id, toRole, standing });
      for (const status of ['open', 'done-unverified'])
        actions.push(add('action', school, { ...of, ownerId: who('owner'), status, standing }));
      const held = add('document', school, { ...of, standing, digest: newForm(), state: 'clean' });
      documents.set(concern.id, held.id);
      add('outsideChange', school, { ...of, subjectId: concern.id, record: 'concern' });
    }
    for (const held of [pupils[0]!.id, pupils[1]!.id, null]) {
      const parts = { chairId: who('owner'), minuteTakerId: who('manager') };
      const said = { kind: 'taf', status: 'minutes-published', startsAt: '2026-12-20T09:00:00.000Z' };
      const of = { meetingId: add('meeting', school, { ...parts, ...said }).id, ...parts };
      if (held !== null) add('meetingChild', school, { ...of, childId: held });
      for (const personId of [who('given'), who('kept'), null])
        add('meetingPerson', school, { ...of, personId, invitedAs: 'staff', attendance: 'attended' });
      for (const about of [actions[0]!, actions.at(-1)!]) {
        const concernId = about.values['concernId'];
        const point = add('agendaPoint', school, { ...of, actionId: about.id, concernId, state: 'open' });
        add('minute', school, { ...of, concernId, pointId: point.id });
      }
      for (const about of concerns.slice(1, 3)) {
        const laid = { ...of, concernId: about.id, documentId: documents.get(about.id), state: 'open' };
        const paper = add('meetingPaper', school, { ...laid, personId: null, paperId: null });
        for (const personId of [who('given'), who('kept')])
          add('meetingPaper', school, { ...laid, personId, paperId: paper.id });
      }
      add('minuteAddendum', school, of);
      add('minutesLink', school, { meetingId: of.meetingId });
      const { id: invitationId } = add('meetingPerson', school, { ...of, personId: null, invitedAs: 'professional' });
      const letter = { childId: held, meetingId: of.meetingId, invitationId, addressee: 'professional' };
      add('letter', school, { ...letter, writtenOf: 'meeting', concernId: held === null ? null : right.id });
      if (held !== null)
        for (const concernId of [right.id, concerns[1]!.id])
          add('contribution', school, {
            ...{ meetingId: of.meetingId, childId: held, concernId, speakerId: who('given') },
            ...{ status: concernId === right.id ? 'draft' : 'given', familySaw: null },
          });
      const to = add('channel', school, { channelId: inTeams(school), kinds: 'strategy-discussion' });
      add('channelPost', school, { ...of, channelOf: to.id, state: 'sent', actionIds: actions[0]!.id });
    }
    add('agendaTemplate', school, { kind: 'taf', retired: null, number: 1 });
    add('letter', school, { writtenOf: 'concern', concernId: right.id, childId: pupils[1]!.id });
    for (const addressee of ['staff', 'professional']) {
      const fields = ['child.name', 'child.year', 'addressee.name', 'addressee.agency', 'addressee.reportDueOn'];
      const told = [...fields, 'meeting.place', 'meeting.caller'].map((field) => `{{${field}}}`).join(' ');
      const made = add('letterTemplate', school, { addressee, replacedAt: null });
      Object.assign(made.values, { words: `${String(made.values['words'])} ${told}` });
    }
    for (const held of [pupils[0]!.id, null]) {
      // Minutes are being written: what Teams wrote down may be looked at.
      const parts = { chairId: who('owner'), minuteTakerId: who('manager') };
      const said = { kind: 'taf', status: 'held', eventId: 'an-event' };
      const of = { meetingId: add('meeting', school, { ...parts, ...said }).id, ...parts };
      if (held !== null) add('meetingChild', school, { ...of, childId: held });
    }
    for (const status of ['sent', 'withdrawn']) {
      const { id: briefingId } = add('briefing', school, { status });
      for (const personId of [who('given'), who('kept'), who('senco')])
        add('briefingReceipt', school, { briefingId, personId });
      const to = add('channel', school, { channelId: newForm(), kinds: 'strategy-discussion' });
      add('channelPost', school, { briefingId, channelOf: to.id, state: 'sent' });
    }
    for (const kind of ['number', 'form']) add('procedure', school, { kind });
    const matters = [
      { managedBy: 'head', subjectId: null },
      { managedBy: 'head', subjectId: who('subject'), reporterId: who('reporter'), caseManagerId: who('manager') },
      { managedBy: 'head', subjectId: who('subject-lead'), reporterId: who('subject-lead') },
      { managedBy: 'chair', subjectId: who('head'), reporterId: who('reporter') },
      { managedBy: 'chair', subjectId: who('subject'), caseManagerId: who('subject'), status: 'closed' },
    ];
    for (const matter of matters.map((one) => add('staffConcern', school, { reporterId: 'nobody', ...one })))
      for (const what of ['note', 'judged']) add('staffNote', school, { matterId: matter.id, what, byId: who('head') });
    for (const kind of ['lado', 'nspcc']) add('agency', school, { kind });
    add('duty', school, { personId: who('dsl') });
    const gifts = [
      { kind: 'circle', personId: who('given'), concernId: right.id, givenById: who('dsl') },
      {
        kind: 'break-glass',
        personId: who('opened'),
        childId: pupils[2]!.id,
        givenById: who('opened'),
        until: '2026-12-11T08:00:00.000Z',
      },
      { kind: 'conflict', personId: who('kept'), childId: pupils[0]!.id, givenById: who('head'), givenAt: now },
    ] as const;
    for (const gift of gifts) add('caseAccess', school, gift);
    for (const { id, roles } of lookers.filter((one) => one.school === school)) {
      const held = ['staff', ...roles].map((role) => ({ role, school }));
      const access = gifts.filter(({ personId }) => personId === id).flatMap((gift) => follows(gift, planted));
      people.push({ id, works: [school], roles: held, access, sitsIn: inTeams(school) });
    }
  }
  people.push({ id: 'stranger', works: [], roles: [{ role: 'staff', school: 'a' }], access: [], sitsIn: inTeams('a') });
  return { planted, people };
}

type Gift = {
  readonly kind: 'circle' | 'break-glass' | 'conflict' | 'subject';
  readonly concernId?: string;
  readonly childId?: string;
};

/** What follows from a gift or a conflict, by plain loops: the child under each of its records, and every concern that it is in. */
function follows({ kind, concernId, childId }: Gift, planted: readonly Planted[]): OraclePerson['access'] {
  const nothing = { kind, concernId: concernId ?? null, childId: null, concernOfChild: null, meetingOfChild: null };
  if (childId === undefined) return [nothing];
  const goesOnAs = (id: unknown) => planted.find((one) => one.id === id)?.values['mergedInto'] ?? id;
  const children = planted.filter(({ name, id }) => name === 'pupil' && goesOnAs(id) === goesOnAs(childId));
  const isChild = (id: unknown) => children.some((child) => child.id === id);
  const about = planted.filter(({ name, values }) => name === 'concern' && isChild(values['childId']));
  const parts = planted.filter(({ name, values }) => name === 'concernPerson' && isChild(values['pupilId']));
  const concerns = [
    ...about.map(({ id }) => id),
    ...(kind === 'conflict' ? parts.map(({ values }) => String(values['concernId'])) : []),
  ];
  const earlier = planted.filter(
    ({ values }) => kind === 'conflict' && concerns.includes(String(values['continuedAsId'])),
  );
  const held = planted.filter(({ name, values }) => name === 'meetingChild' && isChild(values['childId']));
  const meetings = kind === 'conflict' ? held.map(({ values }) => String(values['meetingId'])) : [];
  return [
    ...children.map(({ id }) => ({ ...nothing, childId: id })),
    ...[...concerns, ...earlier.map(({ id }) => id)].map((id) => ({ ...nothing, concernOfChild: id })),
    ...meetings.map((id) => ({ ...nothing, meetingOfChild: id })),
  ];
}

/** The world in a real encrypted store, and the one way to look, with whatever table of rights. */
export async function openCanaryWorld(rules: Rules) {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-canaries-'));
  const clock = { now: () => now };
  const database = openDatabase(folder, databaseKey);
  const { store } = createStore(database.sqlite, recordTypes, clock);
  const world = populate(newForm);
  const typeOf = new Map(recordTypes.map((type) => [type.name, type]));
  for (const { name, id, n, school, values } of world.planted) {
    const type = typeOf.get(name)!;
    const given = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
    );
    const ref = type.refPrefix && `${type.refPrefix}-2026-${String(n).padStart(4, '0')}`;
    const put = [{ kind: 'create' as const, type, id, school, ...(ref && { ref }), values: given }];
    const act = newForm();
    const entry = {
      tenant,
      at: now,
      actor: 'nobody',
      act: 'planted',
      verb: 'create',
      about: name,
      subjects: [id],
    } as const;
    await store.commit({
      key: { tenant, person: 'nobody', form: act, digest: '' },
      ...{ act, actorName: 'Nobody', lane: id, basis: { records: [], counters: [], seen: [] }, put, effects: [] },
      entry: { ...entry, outcome: 'done', fields: [], digest: '' },
      answer: 'null',
    });
  }
  const { log, lines } = recordedLog();
  const actorOf = createActors(store, rightsRestOn, schools, clock);
  return {
    ...world,
    lines,
    read: createRead({ store, rules, actorOf, clock, log }),
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
