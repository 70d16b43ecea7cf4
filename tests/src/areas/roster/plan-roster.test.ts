import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRoster, type KnownPeople } from '../../../../src/areas/people/roster/plan-roster.ts';
import { readRoster } from '../../../../src/areas/people/roster/read-roster.ts';
import { rosterOfSchool } from '../../../../src/areas/people/roster/roster-of-school.ts';
import type { RosterChange, RosterPlan } from '../../../../src/areas/people/roster/roster-plan.ts';
import type { RosterFile } from '../../../../src/areas/people/roster/rows.ts';
import { manyPupils, rosterFile, ukRoster, type InventedPupil } from '../../../support/roster-files.ts';

const now = '2026-12-10T08:05:00.000Z';
const nobody: KnownPeople = { pupils: [], staff: [], contacts: [], relationships: [] };
const idOf = (record: string, key: string) => `${record} ${key}`;

function plan(files: readonly RosterFile[], known = nobody): RosterPlan {
  const read = readRoster(files);
  const picked = read.ok ? rosterOfSchool(read.roster, 'Invented School') : read;
  if (!picked.ok) throw new Error(picked.why);
  return planRoster(now, known, picked.rows, idOf);
}

const empty = {
  ...{ knownAs: null, formerNames: null, birthDate: null, upn: null, sourceId: null, leftAt: null, rev: 1 },
  ...{ rosterSource: null, mergedInto: null },
  ...{ yearGroup: 'Year 7', formGroup: '7A' },
};
type Pupil = KnownPeople['pupils'][number];

/** The records as they are after a plan. */
function after(known: KnownPeople, changes: readonly RosterChange[]): KnownPeople {
  const pupils = new Map(known.pupils.map((record) => [record.id, record]));
  for (const change of changes) {
    const { id, values } = change;
    const before = pupils.get(id) ?? { ...empty, id, givenName: '', familyName: '' };
    pupils.set(id, { ...before, ...(values as Partial<Pupil>) });
  }
  return { ...known, pupils: [...pupils.values()] };
}
const changesOf = ({ changes }: RosterPlan) => changes.map(({ kind, id, values }) => [kind, id, values]);

const three: readonly InventedPupil[] = [
  { id: '1', given: 'Ada', family: 'Lowe', born: '2013-05-01' },
  { id: '2', given: 'Bea', family: 'Moss', born: '2013-05-02' },
  { id: '3', given: 'Cy', family: 'Nye', born: '2013-05-03' },
];
const known = after(nobody, plan(ukRoster(three)).changes);

describe('a roster', () => {
  it('makes everybody once, and changes nothing the second time', () => {
    expect(plan(ukRoster(three)).counts.pupil).toEqual({ created: 3, changed: 0, left: 0, unchanged: 0 });
    expect(plan(ukRoster(three), known)).toMatchObject({ changes: [], faults: [] });
  });

  it('keeps a former name when a child’s name changes, once, and lets it go when the name comes back', () => {
    const renamed = ukRoster(three.map((one) => (one.id === '1' ? { ...one, family: 'Hart' } : one)));
    const first = plan(renamed, known);
    expect(changesOf(first)).toEqual([['update', 'pupil 1', { familyName: 'Hart', formerNames: 'Ada Lowe' }]]);
    const then = after(known, first.changes);
    expect(plan(renamed, then).changes).toEqual([]);
    expect(changesOf(plan(ukRoster(three), then))).toEqual([
      ['update', 'pupil 1', { familyName: 'Lowe', formerNames: 'Ada Hart' }],
    ]);
  });

  it('says that who is missing has left, and asks the previous school when they come back', () => {
    const first = plan(ukRoster(three.slice(0, 2)), known);
    expect(changesOf(first)).toEqual([['update', 'pupil 3', { leftAt: now }]]);
    const then = after(known, first.changes);
    expect(plan(ukRoster(three.slice(0, 2)), then).changes).toEqual([]);
    expect(changesOf(plan(ukRoster(three), then))).toEqual([
      ['update', 'pupil 3', { earlierFile: 'to-ask', leftAt: null }],
    ]);
  });

  it('has the previous school asked about a child who joins, and not about the first roster’s', () => {
    const joined = plan(ukRoster([...three, { id: '4', given: 'Dot', family: 'Orr' }]), known);
    expect(joined.changes).toMatchObject([{ kind: 'create', values: { earlierFile: 'to-ask' } }]);
    expect(plan(ukRoster(three)).changes.some(({ values }) => 'earlierFile' in values)).toBe(false);
  });

  it('lets a lead leave while another stays, and never the last one', () => {
    const person = (id: string, leading: number) => ({
      ...{
        id,
        rev: 1,
        leftAt: null,
        personId: id,
        name: `Person ${id}`,
        email: null,
        sourceId: id,
        leading,
        rosterSource: null,
      },
    });
    const teachers = (...ids: readonly string[]) => [
      ...ukRoster(three),
      rosterFile(
        'Teacher.csv',
        'ID,School DfE Number,First Name,Last Name',
        ...ids.map((id) => `${id},9990001,Person,${id}`),
      ),
    ];
    const leaving = (staff: KnownPeople['staff'], ...stay: readonly string[]) => {
      const { changes, faults } = plan(teachers(...stay), { ...nobody, staff });
      return { left: changes.filter(({ values }) => values['leftAt']).map(({ id }) => id), told: faults.length };
    };
    const [lead, deputy, teacher] = [person('a', 1), person('b', 1), person('c', 0)];
    expect(leaving([lead, deputy, teacher], 'b')).toEqual({ left: ['a', 'c'], told: 0 });
    expect(leaving([lead, deputy, teacher], 'c')).toEqual({ left: [], told: 2 });
    expect(leaving([lead, { ...deputy, leftAt: now }, teacher], 'c')).toEqual({ left: [], told: 1 });
  });

  it('has many leavers confirmed', () => {
    const roll = manyPupils(100);
    const all = after(nobody, plan(ukRoster(roll)).changes);
    expect(plan(ukRoster(roll.slice(0, 79)), all).confirm).toEqual({ leaving: 21, of: 100 });
    expect(plan(ukRoster(roll.slice(0, 80)), all).confirm).toBeUndefined();
  });

  it('takes nobody to have left while a row cannot be read, nor somebody whose row is faulty', () => {
    const files = ukRoster(three.slice(0, 2));
    const broken = files.map((file) =>
      file.name === 'Student.csv'
        ? { ...file, bytes: Buffer.concat([Buffer.from(file.bytes), Buffer.from('3,"Cy\r\n')]) }
        : file,
    );
    expect(plan(broken, known).changes).toEqual([]);
    const faulty = ukRoster(three.map((one) => (one.id === '3' ? { ...one, family: '' } : one)));
    expect(plan(faulty, known).changes).toEqual([]);
  });
});

describe('who is meant', () => {
  const other = (id: string, over: Partial<InventedPupil>) => ({
    ...three[0],
    id,
    given: 'Ada',
    family: 'Lowe',
    ...over,
  });

  it('is known by name and date of birth when every id has changed', () => {
    const anew = plan(ukRoster(three.map((one) => ({ ...one, id: `new-${one.id}` }))), known);
    expect(anew.counts.pupil).toMatchObject({ created: 0, changed: 3, left: 0 });
    expect(anew.changes.every(({ values }) => Object.keys(values).join() === 'sourceId')).toBe(true);
  });

  it('is somebody else when the roster gives a child’s former id to a new one', () => {
    const moved = three.map((one) => (one.id === '1' ? { ...one, id: '9' } : one));
    const then = after(known, plan(ukRoster(moved), known).changes);
    const reused = ukRoster([...moved, { id: '1', given: 'Dot', family: 'Orr', born: '2013-09-09' }]);
    const [made, ...others] = plan(reused, then).changes;
    expect([made, others]).toMatchObject([{ kind: 'create', values: { givenName: 'Dot', sourceId: '1' } }, []]);
    expect(then.pupils.map(({ id }) => id)).not.toContain(made?.id);
    expect(plan(reused, after(then, [made!])).changes).toEqual([]);
  });

  it('is not guessed between two of one name and birthday', () => {
    const doubtful = plan(ukRoster([other('a', {}), other('b', {}), ...three.slice(1)]), known);
    expect(doubtful.changes).toEqual([]);
    expect(doubtful.faults.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('are two children when the ids and birthdays differ', () => {
    const two = plan(ukRoster([...three, other('9', { born: '2014-01-01' })]), known);
    expect(two.counts.pupil).toMatchObject({ created: 1, changed: 0, left: 0 });
  });

  it('is nobody when an id was given to another child', () => {
    const reused = plan(
      ukRoster([other('1', { given: 'Zak', family: 'Quill', born: '2012-02-02' }), ...three.slice(1)]),
      known,
    );
    expect(reused.changes).toEqual([]);
    expect(reused.faults).toMatchObject([{ line: 2, file: 'Student.csv' }]);
  });

  it('is told by the form where Lantern knows only the name', () => {
    const byHand = (id: string, formGroup: string): Pupil => ({
      ...empty,
      id,
      givenName: 'Mia',
      familyName: 'Reed',
      formGroup,
    });
    const roll = { ...nobody, pupils: [byHand('a', '7A'), byHand('d', '7D')] };
    const files = ukRoster([
      { id: '1', given: 'Mia', family: 'Reed', form: '7D' },
      { id: '2', given: 'Mia', family: 'Reed', form: '7A' },
    ]);
    expect(changesOf(plan(files, roll))).toEqual([
      ['update', 'a', { sourceId: '2' }],
      ['update', 'd', { sourceId: '1' }],
    ]);
  });

  it('is unclear where rows of one id differ', () => {
    const files = ukRoster([...three, { ...other('1', {}), family: 'Other' }]);
    expect(plan(files, known)).toMatchObject({ changes: [], faults: [{ line: 2 }, { line: 5 }] });
  });
});

describe('any roster', () => {
  const pupil = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    given: fc.constantFrom('Ada', 'Bea', 'Cy', 'Zoë', 'O"Dd'),
    family: fc.constantFrom('Lowe', 'Moss', 'Nye', ''),
    born: fc.constantFrom('2013-05-01', '2013-05-02', '', '31/12/2013'),
    form: fc.constantFrom('7A', '7B'),
  });
  const roll = fc.array(pupil, { minLength: 1, maxLength: 12 });
  const shuffled = roll.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  const usable = (rows: readonly InventedPupil[]) => rows.some(({ family }) => family !== '');

  it('gives the same plan whatever the order of its rows, and whichever rows are written twice', () => {
    fc.assert(
      fc.property(shuffled, roll, fc.nat(11), ([rows, others], before, again) => {
        fc.pre(usable(rows) && usable(before));
        const start = after(nobody, plan(ukRoster(before)).changes);
        const twice = rows[again % rows.length];
        const expected = plan(ukRoster(rows), start).changes;
        expect(plan(ukRoster(others), start).changes).toEqual(expected);
        if (twice) expect(plan(ukRoster([...others, twice]), start).changes).toEqual(expected);
      }),
      { numRuns: 120 },
    );
  });

  it('changes nothing the second time, and takes nobody off the list', () => {
    fc.assert(
      fc.property(roll, roll, (rows, before) => {
        fc.pre(usable(rows) && usable(before));
        const start = after(nobody, plan(ukRoster(before)).changes);
        const then = after(start, plan(ukRoster(rows), start).changes);
        expect(then.pupils.length).toBeGreaterThanOrEqual(start.pupils.length);
        expect(plan(ukRoster(rows), then).changes).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('is read the same in any encoding, and no bytes break the reading', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const files = ukRoster(three).map((file) =>
          file.name === 'Student.csv'
            ? { ...file, bytes: Buffer.concat([Buffer.from(file.bytes), Buffer.from(bytes)]) }
            : file,
        );
        const { counts } = plan(files, known);
        expect(counts.pupil.left).toBe(0);
      }),
    );
  });
});
