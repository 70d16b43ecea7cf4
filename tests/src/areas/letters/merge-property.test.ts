import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressee as addressees,
  mergeFields,
  type Addressee,
  type MergeField,
} from '../../../../src/areas/letters/fields.ts';
import {
  dayInWords,
  fieldsIn,
  hasGap,
  kindInLetter,
  merge,
  mergeValues,
  type LetterFacts,
} from '../../../../src/areas/letters/merge.ts';
import { childConcerned, faultsOfTemplate } from '../../../../src/areas/letters/rules.ts';
import { standardTemplates } from '../../../../src/areas/letters/standard-templates.ts';
import { meetingKind } from '../../../../src/areas/meetings/fields.ts';
import type { MeetingKind } from '../../../../src/areas/meetings/rules.ts';

const classes = Object.keys(addressees) as readonly Addressee[];
const fields = Object.keys(mergeFields) as readonly MergeField[];

/**
 * Who may be told what, written down a second time: a field that comes to the declaration without coming here fails the first test.
 */
const mayBeTold: Readonly<Record<MergeField, readonly Addressee[]>> = {
  'addressee.name': ['family', 'professional', 'staff'],
  'addressee.agency': ['professional'],
  'addressee.reportDueOn': ['professional'],
  'child.name': ['family', 'professional'],
  'child.year': ['family', 'professional'],
  'meeting.kind': ['family', 'professional', 'staff'],
  'meeting.day': ['family', 'professional', 'staff'],
  'meeting.time': ['family', 'professional', 'staff'],
  'meeting.place': ['family', 'professional', 'staff'],
  'meeting.caller': ['family', 'professional', 'staff'],
  'school.name': ['family', 'professional', 'staff'],
  'school.telephone': ['family', 'professional', 'staff'],
  'sender.name': ['family', 'professional', 'staff'],
  'sender.role': ['family', 'professional', 'staff'],
};

const child = (n: number) => ({
  ...{ id: `child-${n}`, givenName: `Givenmark${n}`, familyName: `Familymark${n}`, knownAs: null },
  yearGroup: `Yearmark${n}`,
});

/** Every field with a mark of its own that stands nowhere else. */
const facts = (as: Addressee, kind: MeetingKind = 'taf', of = child(1)): LetterFacts => ({
  addressee: { as, name: 'Addresseemark', agencyName: 'Agencymark', reportDueOn: '2027-03-09' },
  child: of,
  meeting: {
    ...{ kind, startsAt: '2026-12-17T15:30:00.000Z', endsAt: '2026-12-17T16:30:00.000Z', location: 'Placemark' },
    calledByName: 'Callermark',
  },
  school: { name: 'Schoolmark', telephone: '01632 960999' },
  sender: { name: 'Sendermark', role: 'Rolemark' },
});
const marks: Readonly<Partial<Record<MergeField, string>>> = {
  'addressee.agency': 'Agencymark',
  'addressee.reportDueOn': '9 March 2027',
  'child.name': 'Familymark1',
  'child.year': 'Yearmark1',
};

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(...fields).map((field) => `{{${field}}}`),
    fc.constantFrom(...fields).map((field) => `{{  ${field} }}`),
    fc.constantFrom('{{', '}}', '{', '}', '{{{', '{{child.name', 'child.name}}', '{{concern.words}}', '\n'),
    fc.string({ maxLength: 12 }),
  ),
  { maxLength: 14 },
);

describe('a field', () => {
  it('is told to whom the second declaration says, and to nobody else', () => {
    expect(Object.fromEntries(fields.map((field) => [field, mergeFields[field].seenBy]))).toEqual(mayBeTold);
  });

  it.each(classes.flatMap((as) => fields.map((field) => [field, as] as const)))(
    '%s in a template for %s is kept out exactly where it may not be told',
    (field, addressee) => {
      const said = faultsOfTemplate({ addressee, subject: 'Of {{school.name}}', words: `Dear you\n{{ ${field} }}` });
      expect(said.length).toBe(mayBeTold[field].includes(addressee) ? 0 : 1);
      for (const { name, message } of said) {
        expect(name).toBe('words');
        expect(message).toContain(`{{${field}}}`);
        expect(message).toContain(mergeFields[field].why);
        expect(mergeFields[field].why).not.toBe('');
      }
      // And whoever wrote it into the list by hand is no better off.
      const mark = marks[field];
      if (mark !== undefined)
        expect(merge(`{{${field}}}`, facts(addressee)).text.includes(mark)).toBe(mayBeTold[field].includes(addressee));
    },
  );
});

it.each(classes)('for %s there is no value at all for what may not be told', (as) => {
  expect(Object.keys(mergeValues(facts(as))).toSorted()).toEqual(
    fields.filter((field) => mayBeTold[field].includes(as)).toSorted(),
  );
});

describe('over all templates', () => {
  it('no value stands in a letter whose addressee may not be told it', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(...classes), (parts, as) => {
        const { text, missing } = merge(parts.join(''), facts(as));
        for (const [field, mark] of Object.entries(marks))
          if (!mayBeTold[field as MergeField].includes(as)) expect(text).not.toContain(mark);
        expect(missing).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of several children of a meeting only the one is named whom it concerns', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.constantFrom(...classes),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
        (parts, as, several, chosen, tiedTo) => {
          const children = Array.from({ length: several }, (_, n) => child(n + 1));
          const ties = tiedTo.map((n) => ({ childId: `child-${n}`, name: 'Addresseemark' }));
          const { child: one, fault } = childConcerned(
            `child-${chosen}`,
            { as, name: 'addresseemark' },
            children,
            ties,
          );
          if (chosen > several) expect(fault?.name).toBe('child');
          if (as === 'family' && tiedTo.length > 0 && !tiedTo.includes(chosen)) expect(one).toBeUndefined();
          const { text } = merge(parts.join(''), { ...facts(as), child: one });
          for (const other of children)
            if (other.id !== one?.id || as === 'staff') expect(text).not.toContain(other.familyName);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('what a value says is never taken for a field itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), (field) => {
        const { meeting, ...rest } = facts('staff');
        const placed = { ...rest, ...(meeting && { meeting: { ...meeting, location: `{{${field}}}` } }) };
        expect(merge('{{meeting.place}}', placed).text).toBe(`{{${field}}}`);
        expect(hasGap(merge('{{meeting.place}}', placed).text)).toBe(true);
      }),
    );
  });

  it('no kind of meeting is named to a family or to staff that tells why they meet', () => {
    const telling =
      /protect|strategy|exploit|abuse|channel|allegation|social|need|conference|core|supervis|behaviour|family/i;
    for (const kind of Object.keys(meetingKind) as MeetingKind[])
      for (const as of ['family', 'staff'] as const) expect(kindInLetter(kind, as)).not.toMatch(telling);
    for (const kind of ['lado-asv', 'marac', 'mace', 'channel-panel'] as const)
      expect(kindInLetter(kind, 'professional')).toBe('meeting');
    expect(kindInLetter('icpc', 'professional')).toBe('initial child protection conference');
    expect(kindInLetter('ehcp-annual-review', 'family')).toBe('EHCP: annual review');
  });
});

describe('what Lantern brings along', () => {
  it.each(Object.entries(standardTemplates))('%s can be saved as it is, and leaves no gap', (_id, template) => {
    expect(faultsOfTemplate(template)).toEqual([]);
    const filled = merge(template.words, facts(template.addressee));
    expect(filled.missing).toEqual([]);
    expect(hasGap(filled.text)).toBe(false);
    expect(fieldsIn(template.words).length).toBeGreaterThan(3);
  });
});

it('a day is written out as people say it', () => {
  expect(dayInWords('2026-12-17')).toBe('Thursday 17 December 2026');
});
