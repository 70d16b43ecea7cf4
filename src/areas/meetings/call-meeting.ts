import { z } from 'zod';
import type { Context, UseCase } from '../../perform/types.ts';
import { nextNumber, rows } from '../../records/need.ts';
import { create, inLane, type RecordPatch } from '../../records/patch.ts';
import { refOf, yearOf } from '../../records/reference.ts';
import { conflictsOfSchool, type KeptRow } from '../need-to-know/queries.ts';
import { rollOfSchool, staffOfSchool, type RollEntry } from '../people/queries.ts';
import { agendaPointFields, type invitedAs, meetingFields, meetingKind, meetingPersonFields } from './fields.ts';
import { meetingKinds } from './kinds.ts';
import { agendaPoint, meeting, meetingChild, meetingPerson } from './record.ts';
import { faultsOfTimes, isOfOtherBody, meetingCounter, toldOf, type MeetingKind } from './rules.ts';
import { templateOf } from './templates/template-of.ts';
import { templatesOfSchool, type TemplateRow } from './templates/template-queries.ts';
import { faultOfDays, mostAhead, sameHoursOn } from './series.ts';

/** Somebody outside the school’s staff, as whoever calls the meeting enters them. */
const guest = z.strictObject({
  as: z.enum(['family', 'professional'] satisfies (keyof typeof invitedAs)[]),
  name: z.string().trim().min(1, 'Write their name.').max(meetingPersonFields.name.max),
  agency: z.exactOptional(z.string().trim().max(meetingPersonFields.agencyName.max)),
  email: z.exactOptional(z.email('Write an e-mail address, or leave it empty.').max(meetingPersonFields.email.max)),
});

const input = z.strictObject({
  school: z.string(),
  kind: z.enum(Object.keys(meetingKind) as [MeetingKind], 'Choose a kind.'),
  startsAt: z.iso.datetime('Choose a day and a time.'),
  endsAt: z.iso.datetime('Choose an end.'),
  location: z.exactOptional(z.string().trim().max(meetingFields.location.max)),
  online: z.exactOptional(z.boolean()),
  heldBy: z.exactOptional(z.string().trim().max(meetingFields.heldByName.max)),
  /** Entra object ids. */
  chair: z.exactOptional(z.string()),
  minuteTaker: z.exactOptional(z.string()),
  staff: z.array(z.string()).max(60),
  guests: z.array(guest).max(40),
  /** Ids of children of the roll. */
  children: z.array(z.string()).max(60),
  /** Days on which it is held again at the same hours: a series, each meeting a record of its own. */
  alsoOn: z.exactOptional(z.array(z.iso.date('Choose days.')).max(mostAhead, `Choose ${mostAhead} days at most.`)),
});
type Input = z.infer<typeof input>;

interface Colleague {
  readonly personId: string | null;
  readonly name: string;
  readonly leftAt: string | null;
  readonly removedAt: string | null;
}

interface State {
  readonly number: number;
  readonly staff: readonly Colleague[];
  readonly roll: readonly RollEntry[];
  readonly conflicts: readonly KeptRow[];
  /** What the school has written for the agendas of its kinds. */
  readonly templates: readonly TemplateRow[];
}

/**
 * Calls a meeting: who, when, about whom. Its agenda begins with what stands on each of its kind. Of a series, whoever is asked gets
 * one notice, of its first meeting; the others stand in the calendar and in Lantern.
 */
export const callMeeting: UseCase<Input, State, { readonly meeting: string; readonly ref: string }> = {
  verb: 'call-meeting',
  input,
  needs: ({ school }, _actor, now) => ({
    number: nextNumber(meetingCounter(now)),
    staff: rows(staffOfSchool, { school }),
    roll: rows(rollOfSchool, { school }),
    conflicts: rows(conflictsOfSchool, { school }),
    templates: rows(templatesOfSchool, { school }),
  }),
  decide(state, asked, context) {
    // Who works or learns at another school is not told by a fault of the form.
    if (!context.actor.grants.some(({ school }) => school === asked.school))
      return { ok: false, problem: { code: 'not-found' } };
    const faults = faultsOf(asked, state, context);
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const days = asked.alsoOn ?? [];
    const all = days.toSorted().map((day) => sameHoursOn(asked, day));
    const { id, ref, put } = newMeeting(asked, state, context);
    const later = all.flatMap((times, i) => {
      const one = newMeeting({ ...asked, ...times }, { ...state, number: state.number + i + 1 }, context, id);
      return one.put.map((patch) => inLane(one.id, patch));
    });
    const people = [asked.chair, asked.minuteTaker, ...asked.staff];
    return {
      ok: true,
      change: {
        put: [...put, ...later],
        lane: id,
        taken: { [meetingCounter(context.now)]: 1 + all.length },
        entries: [],
        effects: toldOf('meeting-called', id, people, context.actor.person),
      },
      answer: { meeting: id, ref },
    };
  },
};

const present = ({ staff }: State) =>
  new Map(
    staff.flatMap(({ personId, name, leftAt, removedAt }) =>
      personId === null || leftAt !== null || removedAt !== null ? [] : [[personId, name] as const],
    ),
  );

/** Everybody of the staff who has a part in it, each once. */
const staffIn = ({ chair, minuteTaker, staff }: Input) => [
  ...new Set([...(chair ? [chair] : []), ...(minuteTaker ? [minuteTaker] : []), ...staff]),
];

function faultsOf(asked: Input, state: State, { actor, now }: Context) {
  const colleagues = present(state);
  const people = staffIn(asked);
  const unknown = people.some((person) => !colleagues.has(person));
  const onRoll = new Set(state.roll.map(({ id }) => id));
  const apart = (person: string) =>
    state.conflicts.some(({ personId, childId }) => personId === person && asked.children.includes(childId));
  const kept = people.filter(apart).map((person) => colleagues.get(person) ?? '');
  const { about } = meetingKinds[asked.kind];
  const ofDays = faultOfDays(asked, asked.alsoOn ?? []);
  const faults: readonly ({ readonly name: string; readonly message: string } | false)[] = [
    ...faultsOfTimes(asked, now),
    ofDays !== undefined && { name: 'alsoOn', message: ofDays },
    unknown && { name: 'staff', message: 'Choose people who are on this school’s staff list.' },
    // Of another school, or one whom this person is kept from: it is not told which.
    (asked.children.some((child) => !onRoll.has(child)) || apart(actor.person)) && {
      name: 'children',
      message: 'Choose children of this school.',
    },
    kept.length > 0 && {
      name: 'staff',
      message: `${kept.join(', ')}: there is a conflict of interest with a child of this meeting. Leave them out.`,
    },
    about === 'child' && asked.children.length === 0 && { name: 'children', message: 'Choose the child it is about.' },
    about === 'work' &&
      asked.children.length > 0 && {
        name: 'children',
        message: 'No child is named in a meeting of this kind.',
      },
    isOfOtherBody(asked.kind) && !asked.heldBy && { name: 'heldBy', message: 'Write who holds it.' },
    !isOfOtherBody(asked.kind) && asked.chair === undefined && { name: 'chair', message: 'Choose who chairs it.' },
  ];
  return faults.filter((fault) => fault !== false);
}

/** @param series id of its first meeting; absent for the first one */
function newMeeting(asked: Input, state: State, { actor, now, newId }: Context, series?: string) {
  const colleagues = present(state);
  const [id, ref] = [newId(), refOf(meeting, yearOf(now), state.number)];
  const at = { school: asked.school };
  const nameOf = (person: string | undefined) => (person === undefined ? undefined : colleagues.get(person));
  const [chairName, minuteTakerName] = [nameOf(asked.chair), nameOf(asked.minuteTaker)];
  const other = isOfOtherBody(asked.kind);
  const parts = {
    ...(!other && asked.chair && { chairId: asked.chair }),
    ...(asked.minuteTaker && { minuteTakerId: asked.minuteTaker }),
  };
  const hangs = { meetingId: id, ...parts };
  const people: readonly RecordPatch[] = [
    ...staffIn(asked).map((person) =>
      create(
        meetingPerson,
        { id: newId(), ...at },
        {
          ...{ ...hangs, invitedAs: 'staff', personId: person, name: nameOf(person) ?? '' },
          attendance: person === actor.person ? 'accepted' : 'asked',
        },
      ),
    ),
    ...asked.guests.map(({ as, name, agency, email }) =>
      create(
        meetingPerson,
        { id: newId(), ...at },
        {
          ...{ ...hangs, invitedAs: as, name, attendance: 'asked' },
          ...(agency && { agencyName: agency }),
          ...(email && { email }),
        },
      ),
    ),
  ];
  const children = [...new Set(asked.children)].map((child, i) =>
    create(meetingChild, { id: newId(), ...at }, { ...hangs, childId: child, number: i + 1 }),
  );
  const points = templateOf(state.templates, asked.kind).map(({ heading, minutes }, i) =>
    create(
      agendaPoint,
      { id: newId(), ...at },
      {
        ...hangs,
        number: i + 1,
        why: 'standing',
        heading: heading.slice(0, agendaPointFields.heading.max),
        ...(minutes !== undefined && { minutes }),
        state: 'open',
      },
    ),
  );
  const called = create(
    meeting,
    { id, ref, ...at },
    {
      ...{ kind: asked.kind, status: 'invited', startsAt: asked.startsAt, endsAt: asked.endsAt },
      ...(asked.location && { location: asked.location }),
      ...(asked.online && { online: true }),
      ...(other && asked.heldBy && { heldByName: asked.heldBy }),
      ...parts,
      ...(!other && chairName !== undefined && { chairName }),
      ...(minuteTakerName !== undefined && { minuteTakerName }),
      ...{ calledById: actor.person, calledByName: actor.name, calledAt: now, seriesId: series ?? id },
    },
  );
  // The meeting goes first: what hangs on it must find it.
  return { id, ref, put: [called, ...children, ...people, ...points] };
}
