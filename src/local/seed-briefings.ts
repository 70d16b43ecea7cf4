import type { Identity } from '../access/types.ts';
import { addProcedure } from '../areas/briefings/add-procedure.ts';
import { confirmRead } from '../areas/briefings/confirm-read.ts';
import { sendBriefing } from '../areas/briefings/send-briefing.ts';
import { readOwnBriefing } from '../areas/briefings/views.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import { schools, type SchoolId } from './cast.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { performAt } from './perform-at.ts';
import { seedForm } from './seed-form.ts';

type Asked = Parameters<typeof sendBriefing.decide>[1];
type Procedure = Omit<Parameters<typeof addProcedure.decide>[1], 'school' | 'partnership'>;

/** A briefing of the demonstration, and who said when that they had read it. */
interface ToldBriefing extends Pick<Asked, 'heading' | 'words' | 'policyUrl' | 'readBy' | 'audience' | 'roles'> {
  readonly at: string;
  readonly people: readonly string[];
  readonly readers: readonly string[];
  readonly readAt: string;
}

const told: readonly ToldBriefing[] = [
  {
    ...{ at: '2026-12-02T08:15', readBy: '2026-12-09', audience: 'people', roles: [] },
    people: ['tom', 'daniel', 'kayleigh', 'zoe', 'ines', 'sheila'],
    heading: 'The front gate in December',
    words:
      'From Monday the front gate is shut at 8.50. Whoever comes later is let in at reception and signed in there.\n\nWhoever is on duty at the gate wears the yellow jacket and has the radio. If a child is collected by somebody you do not know, ring reception before they leave.',
    ...{ readers: ['tom', 'kayleigh', 'sheila'], readAt: '2026-12-03T12:40' },
  },
  {
    ...{ at: '2026-12-09T15:50', readBy: '2026-12-18', audience: 'everybody', roles: [], people: [] },
    heading: 'Keeping Children Safe in Education: what has changed',
    words:
      'Part one has changed in three places; they are marked in the margin. Read it before the end of term.\n\nWhat matters most here: a worry is written down on the day, in your own words, in Lantern. You need no proof, and you ask the child nothing that you do not have to.\n\nAsk Tom or me if anything is not clear.',
    policyUrl: 'https://kestrelvale.example/policies/keeping-children-safe-in-education-part-one.pdf',
    ...{ readers: ['tom', 'sheila', 'ines'], readAt: '2026-12-09T16:35' },
  },
  {
    ...{ at: '2026-12-10T07:35', readBy: '2026-12-18', audience: 'channels', roles: [], people: [] },
    heading: 'Safeguarding newsletter, December',
    words:
      'Online safety: the filter now also watches the tablets in the library. What it stops comes to the leads; you need not look for it.\n\nOver the holiday: nobody answers Lantern from 19 December to 4 January. Whoever is in danger needs 999, not a form; the emergency duty team’s number stands under Procedures.\n\nThank you for two hundred reports this term, most of them written on the same day.',
    ...{ readers: [], readAt: '2026-12-10T07:40' },
  },
];

const partnership = 'Westmarch Safeguarding Children Partnership';

/** What the partnership publishes. All invented; telephone numbers are from the range Ofcom keeps for drama. */
const procedures: readonly Procedure[] = [
  {
    ...{ kind: 'number', heading: 'Front door: Westmarch children’s social care', phone: '01632 960700' },
    words: 'Monday to Friday until five. Ring first, then send the referral form on the same day.',
    ...{ reviewOn: '2027-09-01', inHelp: true },
  },
  {
    ...{ kind: 'number', heading: 'Emergency duty team, nights and weekends', phone: '01632 960701' },
    words: 'Evenings after five, weekends and bank holidays.',
    ...{ reviewOn: '2027-09-01', inHelp: true },
  },
  {
    ...{ kind: 'number', heading: 'Allegations against staff: LADO', phone: '01632 960703' },
    words: 'The head rings, within one working day. About the head it is the chair of governors who rings.',
    ...{ reviewOn: '2027-09-01', inHelp: true },
  },
  {
    ...{ kind: 'threshold', heading: 'The right help at the right time: thresholds' },
    words:
      'Four levels: universal, early help, child in need, child protection. Bring the level and why you think so to the call.',
    url: 'https://westmarch-partnership.example/procedures/thresholds-2026.pdf',
    ...{ reviewOn: '2026-12-01', inHelp: false },
  },
  {
    ...{ kind: 'escalation', heading: 'When professionals disagree' },
    words:
      'Step 1: the worker and their manager, within one working day.\nStep 2: the head of service, within two more.\nStep 3: the partnership’s escalation lead. Write down each step in the child’s file.',
    ...{ reviewOn: '2027-04-01', inHelp: false },
  },
  {
    ...{ kind: 'form', heading: 'Referral to children’s social care' },
    url: 'https://westmarch-partnership.example/forms/referral',
    ...{ reviewOn: '2027-04-01', inHelp: false },
  },
];
/** Who keeps the list of each school. */
const keepers: Readonly<Record<SchoolId, string>> = { harrowmere: 'priya', brackenfold: 'ruth' };
const keptAt = '2026-09-03T16:10';

interface Step {
  readonly at: string;
  run(): Promise<void>;
}

/**
 * Briefings that were sent before the demonstration begins, half read, and the local procedures of both schools.
 * @param identityOf whom a key of the cast means
 */
export function briefingSteps(parts: PerformParts, identityOf: (who: string) => Identity): readonly Step[] {
  const adding = schools.map(({ id }): Step => ({
    at: keptAt,
    async run() {
      for (const one of procedures)
        must(
          await performAt(parts, keptAt)(
            addProcedure,
            identityOf(keepers[id]),
            { ...one, school: id, partnership },
            seedForm(`procedure-${id}-${one.heading}`),
          ),
        );
    },
  }));
  return [...adding, ...told.flatMap((one) => stepsOf(parts, identityOf, one))];
}

function stepsOf(
  parts: PerformParts,
  identityOf: (who: string) => Identity,
  { at, readAt, readers, people, ...said }: ToldBriefing,
): readonly Step[] {
  let briefing = '';
  const sending: Step = {
    at,
    async run() {
      const asked = { ...said, school: 'harrowmere', people: people.map((who) => identityOf(who).person) };
      ({ briefing } = must(
        await performAt(parts, at)(sendBriefing, identityOf('priya'), asked, seedForm(`briefing-${at}`)),
      ));
    },
  };
  const reading: Step = {
    at: readAt,
    async run() {
      const read = createRead({ ...parts, clock: { now: () => schoolMoment(readAt) } });
      for (const who of readers.map(identityOf)) {
        const own = must(await read(readOwnBriefing, who, { id: briefing })).answer;
        if (own.readAt !== undefined) continue;
        const confirming = { briefing, receipt: own.receipt };
        must(await performAt(parts, readAt)(confirmRead, who, confirming, seedForm(`briefing-${at}-${who.person}`)));
      }
    },
  };
  return [sending, reading];
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s briefings could not be made: ${JSON.stringify(result.problem)}`);
}
