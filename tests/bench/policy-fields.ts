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
            const seen = await world.read(view, { tenant, person: person.id, name: 'Somebody', door: 'tab' }, params);
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
  return [{}, { show: 'all' }, ...ids, ...words, ...both, ...teams].filter((one) => params.safeParse(one).success);
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
  return groundsOf(verb, record, planted).some((ground) => {
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
function groundsOf(verb: string, record: Planted, planted: readonly Planted[]): readonly Planted[] {
  const own = classOfVerb(verb);
  if (record.name === own) return [record];
  const { id, school, values } = record;
  const mains = planted.filter((one) => one.name === own && one.school === school);
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
  if (['meetingPerson', 'agendaPoint', 'briefingReceipt'].includes(own))
    return mains.filter((one) => names.some((name) => one.values[name] === id));
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
