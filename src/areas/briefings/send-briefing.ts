import { z } from 'zod';
import type { Context, Decision, Effect, UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { grantableRole } from '../people/fields.ts';
import { rollOfSchool, type RollEntry } from '../people/queries.ts';
import type { SentBriefing } from './contract.ts';
import { briefingAudience, briefingFields as fields } from './fields.ts';
import { createChildFinder, nameFault, wordsOfAddress } from './names-a-child.ts';
import { rolesToBrief, staffToBrief } from './queries.ts';
import { briefing, briefingReceipt } from './record.ts';
import { faultsOfDay, laneOf, mostAsked, spread, whoIsAsked, type Audience, type Colleague } from './rules.ts';
import { day, httpsAddress } from './values.ts';

type RoleId = keyof typeof grantableRole;

const input = z.strictObject({
  school: z.string(),
  heading: z.string().trim().min(1, 'Write a heading.').max(fields.heading.max),
  words: z.string().trim().min(1, 'Write what they have to know.').max(fields.words.max),
  policyUrl: z.exactOptional(httpsAddress(fields.policyUrl.max)),
  readBy: day,
  audience: z.enum(Object.keys(briefingAudience) as [Audience], 'Choose whom it is for.'),
  roles: z.array(z.enum(Object.keys(grantableRole) as [RoleId])).max(Object.keys(grantableRole).length),
  /** Entra object ids. */
  people: z.array(z.string()).max(mostAsked),
});
type Input = z.infer<typeof input>;

interface State {
  readonly staff: readonly { readonly personId: string; readonly name: string; readonly chat: unknown }[];
  readonly held: readonly { readonly personId: string; readonly role: string }[];
  readonly roll: readonly RollEntry[];
}

/**
 * Sends a briefing to the staff of a school. Each who is asked gets a receipt, and a card where Lantern has a chat with them; who has
 * none stands on the sender’s list instead of in a queue that would try for ever. One that is only for channels asks nobody: it is
 * posted there afterwards, and each who says there that they have read it gets a receipt then.
 */
export const sendBriefing: UseCase<Input, State, SentBriefing> = {
  verb: 'send-briefing',
  input,
  needs: ({ school }, _actor, now) => ({
    staff: rows(staffToBrief, { school }),
    held: rows(rolesToBrief, { school, today: schoolDay(now) }),
    roll: rows(rollOfSchool, { school }),
  }),
  decide(state, asked, context) {
    // Who works or learns at another school is not told by a fault of the form.
    if (!context.actor.grants.some(({ school }) => school === asked.school))
      return { ok: false, problem: { code: 'not-found' } };
    const staff = state.staff.map(({ personId, name, chat }) => ({ personId, name, chat: Number(chat) === 1 }));
    const people = whoIsAsked(asked, staff, state.held, context.actor.person);
    const faults = faultsOf(asked, state, people, context);
    if (faults.length > 0 || !people) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    return sent(asked, people, context);
  },
};

function faultsOf(asked: Input, { staff, roll }: State, people: readonly Colleague[] | undefined, { now }: Context) {
  const find = createChildFinder(
    roll,
    staff.map(({ name }) => name),
  );
  const named = (name: string, text: string) => {
    const words = find(text);
    return words === undefined ? [] : [nameFault(name, words)];
  };
  const chosen = asked.audience === 'roles' ? asked.roles.length : asked.people.length;
  const nobody =
    asked.audience === 'roles' ? 'Nobody at this school holds these roles.' : 'Choose people of this school.';
  return [
    ...named('heading', asked.heading),
    ...named('words', asked.words),
    ...named('policyUrl', wordsOfAddress(asked.policyUrl ?? '')),
    ...faultsOfDay('readBy', asked.readBy, now),
    ...(asked.audience === 'channels'
      ? []
      : asked.audience !== 'everybody' && chosen === 0
        ? [{ name: asked.audience, message: asked.audience === 'roles' ? 'Choose a role.' : 'Choose somebody.' }]
        : people === undefined || people.length === 0
          ? [{ name: asked.audience === 'everybody' ? 'audience' : asked.audience, message: nobody }]
          : []),
    ...((people?.length ?? 0) > mostAsked
      ? [
          {
            name: 'audience',
            message: `A briefing goes to ${mostAsked} people at most. Send it to one group after the other.`,
          },
        ]
      : []),
  ];
}

function sent(asked: Input, people: readonly Colleague[], { actor, now, newId }: Context): Decision<SentBriefing> {
  const id = newId();
  const { school, audience, roles, heading, words, policyUrl, readBy } = asked;
  const put = [
    create(
      briefing,
      { id, school },
      {
        ...{ heading, words, readBy, audience, status: 'sent', sentAt: now },
        ...{ sentById: actor.person, sentByName: actor.name },
        ...(policyUrl !== undefined && policyUrl !== '' && { policyUrl }),
        ...(audience === 'roles' && { roles: roles.join(',') }),
      },
    ),
    ...people.map(({ personId, name }) =>
      create(briefingReceipt, { id: newId(), school }, { briefingId: id, personId, personName: name, askedAt: now }),
    ),
  ];
  const reached = people.filter(({ chat }) => chat);
  const effects = spread(reached.map(({ personId }): Effect => ({ kind: 'briefing-sent', to: personId, about: id })));
  return {
    ok: true,
    change: { put, lane: laneOf(id), entries: [], effects },
    answer: { briefing: id, asked: people.length, unreachable: people.length - reached.length },
  };
}
