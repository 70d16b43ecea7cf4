import type { Rules } from '../../src/access/rules.ts';
import { classOfVerb, isKept, mayByHand, type OraclePerson } from '../src/access/policy-oracle.ts';
import type { AnyView } from '../support/inventory.ts';
import { tenant } from '../support/kernel.ts';
import { canary, canaries, openCanaryWorld, type Planted } from './canary-world.ts';
import { gatheredByLantern, mayShow } from './shown-fields.ts';

export interface FieldChecks {
  /** Looks of one person through one view. */
  readonly looks: number;
  /** Canaries in answers, each held against the oracle. */
  readonly found: number;
  /** `view shows class.field`. */
  readonly leaked: readonly string[];
  /** Views that answered nobody at all. */
  readonly silent: readonly string[];
}

/** Runs every view for everybody, with everything that can be asked, and looks in the answers for what must not be there. */
export async function checkFields(rules: Rules, views: readonly AnyView[]): Promise<FieldChecks> {
  const world = await openCanaryWorld(rules);
  const leaked: string[] = [];
  const answered = new Set<string>();
  let [looks, found] = [0, 0];
  try {
    for (const view of views)
      for (const person of world.people) {
        const asked = questionsFor(view, world.planted);
        looks += asked.length;
        await Promise.all(
          asked.map(async (params) => {
            const who = { tenant, person: person.id, name: 'Somebody', door: 'tab' as const };
            const seat = person.sitsIn === undefined ? {} : { sitsIn: person.sitsIn };
            const seen = await world.read(view, { ...who, ...seat }, params);
            if (!seen.ok) return;
            answered.add(view.verb);
            // What somebody asks with, they know.
            const said = Object.values(params).map(String).join(' ');
            for (const [whole, name = '', field = '', n = ''] of seen.answer.json.matchAll(canaries)) {
              if (said.includes(whole)) continue;
              found += 1;
              const record = world.planted[Number(n) - 1];
              if (!record || !maySee(view.verb, name, field, record, person, world.planted))
                leaked.push(`${view.verb} shows ${name}.${field}`);
            }
          }),
        );
      }
    const silent = views.map(({ verb }) => verb).filter((verb) => !answered.has(verb));
    return { looks, found, leaked, silent };
  } finally {
    world.close();
  }
}

/** The views that are asked: those whose answers come from records. */
export const asked = (views: readonly AnyView[]) => views.filter(({ verb }) => !gatheredByLantern.includes(verb));

function questionsFor({ verb, params }: AnyView, planted: readonly Planted[]): readonly object[] {
  const classes = new Set([classOfVerb(verb), 'concern', 'pupil', 'meeting', 'briefing', 'staffConcern']);
  const ids = planted.filter(({ name }) => classes.has(name)).map(({ id }) => ({ id }));
  const names = planted.filter(({ name }) => name === 'pupil');
  const words = [
    ...names.map(({ n }) => ({ words: `${canary('pupil', 'givenName', n)} ${canary('pupil', 'familyName', n)}` })),
    ...planted.filter(({ name }) => name === 'concern').map(({ n }) => ({ words: canary('concern', 'words', n) })),
  ];
  const both = names.slice(0, 2).flatMap((_, i) => ids.map(({ id }) => ({ id, ...words[i] })));
  const staff = planted.filter(({ name }) => name === 'staffMember');
  const teams = [...new Set(staff.map(({ school }) => school))].map((school) => ({
    school,
    people: staff.flatMap((one) => (one.school === school ? [String(one.values['personId'])] : [])).slice(0, 60),
  }));
  const ofMeetings = planted.flatMap(({ name, id, values }) =>
    name === 'meetingPaper' ? [{ meeting: values['meetingId'], id }] : [],
  );
  const isFor = ({ values }: Planted) => [values['invitedAs'], values['addressee']].includes('professional');
  const templates = planted.filter((one) => one.name === 'letterTemplate' && isFor(one)).map(({ id }) => id);
  const letters = templates.flatMap((template) =>
    planted.flatMap((one): readonly object[] => {
      const invited = { id: one.values['meetingId'], invitation: one.id, template };
      if (one.name === 'meetingPerson' && isFor(one))
        return [invited, ...names.slice(0, 4).map(({ id: child }) => ({ ...invited, child }))];
      return one.name === 'concern' ? [{ id: one.id, template, addressee: 'professional', name: 'Ruth Osborne' }] : [];
    }),
  );
  return [{}, { show: 'all' }, ...ofMeetings, ...ids, ...words, ...both, ...teams, ...letters].filter(
    (one) => params.safeParse(one).success,
  );
}

function maySee(
  verb: string,
  name: string,
  field: string,
  record: Planted,
  person: OraclePerson,
  planted: readonly Planted[],
): boolean {
  if (!mayShow[verb]?.[name]?.split(' ').includes(field)) return false;
  if (name === 'pupil' && isKept(person, 'pupil', asRecord(record))) return false;
  // The file of a child is told as far as somebody may see each piece of it anyway.
  const alone = ['list-actions-of-concern', 'read-own-action'];
  if (
    verb === 'fill-contribution' &&
    name === 'action' &&
    !alone.some((one) => mayByHand(one, person, asRecord(record)))
  )
    return false;
  return groundsOf(verb, record, planted, person).some((ground) => {
    if (!mayByHand(verb, person, asRecord(ground))) return false;
    // Who else was given a case is for the leads; anybody else sees what they were given themselves.
    return (
      verb !== 'list-circle' ||
      mayByHand('give-case', person, asRecord(ground)) ||
      record.values['personId'] === person.id
    );
  });
}

const asRecord = ({ id, school, values }: Planted) => ({ ...values, id, school });
const ofSchool = ['staffMember', 'roleGrant', 'agency', 'pupil', 'channel'];

/** The records of the view's own class on one of which another is shown: its case, its matter, its child; or any of its school. */
function groundsOf(
  verb: string,
  record: Planted,
  planted: readonly Planted[],
  person: OraclePerson,
): readonly Planted[] {
  const own = classOfVerb(verb);
  const { id, school, values } = record;
  const mains = planted.filter((one) => one.name === own && one.school === school);
  // A paper, and the file that it is, by whoever stands on its list.
  if (['list-papers-to-read', 'read-paper'].includes(verb))
    return mains.filter((one) => [one.id, one.values['paperId'], one.values['documentId']].includes(id));
  if (record.name === own) return [record];
  // A letter is made of any template of the school, and names whoever the meeting is about.
  if (record.name === 'letterTemplate') return mains;
  // A child, by the meetings that are about them: of such a one whoever was there reads the name.
  if (['meeting', 'meetingPerson'].includes(own) && record.name === 'pupil') {
    const about = planted.filter(({ name, values: of }) => name === 'meetingChild' && of['childId'] === id);
    const idOf = (one: Planted) => (own === 'meeting' ? one.id : one.values['meetingId']);
    return mains.filter((one) => about.some(({ values: of }) => of['meetingId'] === idOf(one)));
  }
  if (own === 'letter') return mains.filter((one) => one.values['invitationId'] === id);
  // A meeting by who was asked to it; on an agenda what its points are about, unless it lies in the restricted register.
  if (['agendaPoint', 'minute'].includes(own) && (values['status'] === 'misfiled' || values['standing'] === 'misfiled'))
    return [];
  const names = ['meetingId', 'concernId', 'actionId', 'briefingId'];
  // Whoever was at a meeting, by what its minutes speak of.
  if (own === 'meetingPerson' && record.name !== 'meeting') {
    const meetings = planted.filter((one) => one.name === 'meeting' && one.school === school);
    const spoken: readonly unknown[] = meetingsThatSpeakOf(record, meetings, planted).map((one) => one.id);
    return mains.filter((one) => spoken.includes(one.values['meetingId']));
  }
  if (own === 'channel') {
    const meetings = planted.filter((one) => one.name === 'meeting' && one.school === school);
    const spoken = meetingsThatSpeakOf(record, meetings, planted).filter((one) => !isToldNot(person, one, planted));
    const posts = planted.filter(
      ({ name, values: of }) => name === 'channelPost' && spoken.some(({ id: m }) => m === of['meetingId']),
    );
    return planted.filter((one) => one.name === own && posts.some(({ values: of }) => of['channelOf'] === one.id));
  }
  if (['meetingPerson', 'agendaPoint', 'briefingReceipt'].includes(own))
    return mains.filter((one) => names.some((name) => one.values[name] === id));
  if (own === 'contribution' && record.name === 'action') {
    const about = planted.find((one) => one.id === values['concernId'])?.values['childId'];
    return mains.filter((one) => recordsOfChild(one.values['childId'], planted).includes(String(about)));
  }
  if (own === 'caseAccess') return mains.filter((one) => one.values['childId'] === id);
  if (own === 'meeting') return meetingsThatSpeakOf(record, mains, planted);
  if (record.name === 'contact') {
    const ties = planted.filter((one) => one.values['contactId'] === id).map((one) => one.values['pupilId']);
    return mains.filter((one) => ties.includes(one.id));
  }
  if (ofSchool.includes(record.name)) return mains;
  const opened = values['kind'] === 'break-glass' ? recordsOfChild(values['childId'], planted) : [];
  return mains.filter(
    (one) =>
      one.id === values['concernId'] || one.id === values['matterId'] || opened.includes(String(one.values['childId'])),
  );
}

/** Whether a conflict of interest keeps somebody from a meeting, or from a concern on its agenda. */
const isToldNot = (person: OraclePerson, held: Planted, planted: readonly Planted[]) =>
  isKept(person, 'meeting', asRecord(held)) ||
  planted.some(
    (one) =>
      one.name === 'agendaPoint' && one.values['meetingId'] === held.id && isKept(person, 'agendaPoint', asRecord(one)),
  );

/** The meetings whose minutes or agenda say something of a record, unless what it is about lies in the restricted register. */
function meetingsThatSpeakOf(record: Planted, meetings: readonly Planted[], planted: readonly Planted[]) {
  const isMisfiled = (concern: unknown) =>
    planted.some(({ id, values }) => id === concern && values['status'] === 'misfiled');
  if (isMisfiled(record.id) || isMisfiled(record.values['concernId'])) return [];
  const points = planted.filter(
    ({ name, values }) => name === 'agendaPoint' && [values['concernId'], values['actionId']].includes(record.id),
  );
  const spoken = [record.values['meetingId'], ...points.map(({ values }) => values['meetingId'])];
  return meetings.filter(({ id }) => spoken.includes(id));
}

/** The ids of every record that goes on as one child. */
function recordsOfChild(child: unknown, planted: readonly Planted[]): readonly string[] {
  const goesOnAs = (id: unknown) => planted.find((one) => one.id === id)?.values['mergedInto'] ?? id;
  return planted.flatMap(({ name, id }) => (name === 'pupil' && goesOnAs(id) === goesOnAs(child) ? [id] : []));
}
