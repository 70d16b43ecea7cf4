import { describe, expect, it } from 'vitest';
import { actorFrom, type AccessRow } from '../../../src/access/actor.ts';
import { admits, reachOf } from '../../../src/access/reach.ts';
import { composeRules } from '../../../src/access/rules.ts';
import type { Role } from '../../../src/access/types.ts';
import { areas } from '../../../src/areas/areas.ts';
import { people } from '../../support/kernel.ts';

const composed = composeRules(Object.values(areas));
const verbs = Object.values(areas).flatMap(({ rights }) => Object.keys(rights));

/** What somebody may do by a case alone that they were given, or whose child’s file they opened; by hand, a second time. */
const reading = [
  ...['read-concern', 'read-history', 'read-alert', 'list-concerns', 'count-concerns', 'search-concerns'],
  ...['list-persons', 'list-documents', 'download-document', 'list-circle'],
];
/** Beside it, by a case that they were given: to add what they find. */
const inCircle = [...reading, 'add-addendum', 'list-files-for-meeting', 'lay-paper'];

const row = (over: Partial<AccessRow>): AccessRow => ({
  ...{ kind: 'circle', concernId: null, childId: null, concernOfChild: null, meetingOfChild: null },
  ...over,
});
const staff = [{ school: 'a', name: 'Daniel Osei' }];
const as = (roles: readonly Role[], access: readonly AccessRow[]) =>
  actorFrom(
    people.daniel,
    staff,
    roles.map((role) => ({ school: 'a', role })),
    ['a'],
    access,
  );
const others = {
  school: 'a',
  reporterId: 'r',
  ownerId: 'o',
  personId: 'p',
  childState: 'resolved',
  status: 'submitted',
};
/** A record of any class that belongs to the case c1, and to the child k1. */
const ofCase = { ...others, id: 'c1', childId: 'k1', concernId: 'c1' };
const ofOther = { ...others, id: 'c2', childId: 'k2', concernId: 'c2' };
const reached = (actor: ReturnType<typeof as>, record: object) =>
  verbs.filter((verb) => admits(reachOf(composed(verb), actor), record as Record<string, unknown>)).sort();

describe('a case that somebody was given', () => {
  const actor = as([], [row({ concernId: 'c1' })]);
  const without = (record: object) => reached(as([], []), record);

  it('is all that they see beside what anybody sees, in exactly these ways', () => {
    const more = reached(actor, ofCase).filter((verb) => !without(ofCase).includes(verb));
    expect(more).toEqual([...inCircle].sort());
    expect(reached(actor, ofOther)).toEqual(without(ofOther));
  });

  it('is hidden from them with everybody else when it is found to be misfiled', () => {
    expect(reached(actor, { ...ofCase, status: 'misfiled', standing: 'misfiled' })).toEqual(
      without({ ...ofCase, status: 'misfiled', standing: 'misfiled' }),
    );
  });

  it('gives somebody whom the staff list no longer knows nothing', () => {
    const gone = actorFrom(people.daniel, [], [], ['a'], [row({ concernId: 'c1' })]);
    expect(reached(gone, ofCase)).toEqual(reached(actorFrom(people.daniel, [], [], ['a']), ofCase));
  });
});

describe('a file that was opened by break-glass', () => {
  it('is read, and nothing else is done with it', () => {
    const opened = as([], [row({ kind: 'break-glass', childId: 'k1', concernOfChild: 'c1' })]);
    const more = reached(opened, ofCase).filter((verb) => !reached(as([], []), ofCase).includes(verb));
    expect(more).toEqual([...reading].sort());
    expect(reached(opened, ofOther)).toEqual(reached(as([], []), ofOther));
  });
});

/** What reaches somebody’s own all the same: what they reported, what they were given or said themselves, and the school’s roll. */
const evenKept = [
  ...['read-receipt', 'list-own-reports', 'add-addendum', 'list-need-to-know', 'hear-of-own-access'],
  ...['import-roster', 'preview-roster', 'compare-staff', 'compare-contacts', 'compare-relationships'],
];
/** Records of these classes belong to no child. */
const ofNoChild = [
  ...['staffMember', 'contact', 'relationship', 'agency', 'duty', 'roleGrant', 'health', 'staffConcern'],
  ...['briefing', 'briefingReceipt', 'procedure', 'channel', 'letterTemplate', 'agendaTemplate'],
];

describe('a conflict of interest', () => {
  const all: readonly Role[] = ['dsl', 'deputy', 'head', 'safeguarding-administrator', 'pastoral-lead', 'tenant-admin'];
  const conflict = row({ kind: 'conflict', childId: 'k1', concernOfChild: 'c1', meetingOfChild: 'm1' });
  const given = [row({ concernId: 'c1' }), row({ kind: 'break-glass', childId: 'k1', concernOfChild: 'c1' })];
  const mine = {
    reporterId: people.daniel.person,
    ownerId: people.daniel.person,
    personId: people.daniel.person,
    kind: 'conflict',
  };

  it('takes every right away that any role, gift or authorship gives, but to what is one’s own words', () => {
    const kept = as(all, [...given, conflict]);
    const ids: Readonly<Record<string, string>> = { pupil: 'k1', meeting: 'm1' };
    const left = verbs.filter((verb) => {
      const rule = composed(verb);
      const about = rule.over ?? rule.about;
      if (ofNoChild.includes(about)) return false;
      const record = { ...ofCase, ...mine, id: ids[about] ?? ofCase.id, meetingId: 'm1', toRole: 'pastoral-lead' };
      return admits(reachOf(rule, kept), record);
    });
    // To report is to make a concern, which belongs to no child yet.
    expect(left.filter((verb) => verb !== 'report-concern').sort()).toEqual(
      evenKept.filter((verb) => !verb.startsWith('compare-')).sort(),
    );
  });

  it('takes nothing away of another child', () => {
    expect(reached(as(all, [conflict]), ofOther)).toEqual(reached(as(all, []), ofOther));
  });
});
