import type { VerbRule } from '../../../../src/access/types.ts';
import { describe, expect, it } from 'vitest';
import { areas, recordTypes } from '../../../../src/areas/areas.ts';
import { journalClass, journalKind } from '../../../../src/areas/journal/fields.ts';
import { deeds } from '../../../../src/areas/journal/deed-texts.ts';
import { deedOfKind, past, rightsInWords } from '../../../../src/areas/journal/words.ts';

/** Concerns about adults leave no line: who did something about one, and when, is enough to know of it. */
const untold = new Set(['staffConcern', 'staffNote']);
const verbs = Object.values(areas)
  .flatMap(({ rights }) => Object.entries<VerbRule>(rights))
  .filter(([, { about }]) => !untold.has(about));

describe('the words of the journal', () => {
  it('tell of every verb of every area, and of nothing that nobody can do', () => {
    const done = verbs.map(([verb]) => verb).filter((verb) => !/^see-(\w+-in-journal|reading-by-\w+)$/.test(verb));
    expect(Object.keys(deeds).sort()).toEqual([...done, 'verify-journal'].sort());
  });

  it('name every class that a verb is about, and every record there is: a new one is shown only when somebody has said so here', () => {
    const known = Object.keys(journalClass);
    expect(known).toEqual(expect.arrayContaining(verbs.map(([, rule]) => rule.about)));
    expect(known.sort()).toEqual(
      [...recordTypes.map(({ name }) => name).filter((name) => !untold.has(name)), 'journal', 'health'].sort(),
    );
  });

  it('name every kind of act', () => {
    const kinds = new Set(verbs.map(([, rule]) => rule.audit));
    expect(Object.keys(journalKind)).toEqual(expect.arrayContaining([...kinds]));
    expect(Object.keys(deedOfKind)).toEqual(Object.keys(journalKind));
  });

  it.each([
    ['look at {}', 'looked at {}'],
    ['say which', 'said which'],
    ['take on {}', 'took on {}'],
    ['verify {}', 'verified {}'],
    ['escalate {}', 'escalated {}'],
    ['cancel {}', 'cancelled {}'],
    ['be told', 'was told'],
    ['set up', 'set up'],
  ])('set “%s” into the past as “%s”', (deed, said) => expect(past(deed)).toBe(said));

  it('have a past for every deed that is English', () => {
    const said = Object.values({ ...deeds, ...deedOfKind }).map((deed) => past(deed).split(' ')[0]);
    const irregular = [
      'said',
      'took',
      'read',
      'had',
      'was',
      'gave',
      'began',
      'found',
      'brought',
      'held',
      'told',
      'made',
      'agreed',
      'set',
      'did',
      ...['agreed', 'sent', 'withdrew'],
    ];
    expect(said.filter((word) => !/(?:[^e]ed)$/.test(word ?? '') && !irregular.includes(word ?? ''))).toEqual([]);
  });
});

it.each([
  [['dsl'], 'as designated safeguarding lead'],
  [['senco', 'staff'], 'as SENCo and as a member of staff'],
  [['deputy', 'break-glass', 'own'], 'by break-glass and as deputy safeguarding lead and of what is their own'],
  [['acting', 'circle'], 'in the circle of the case and as acting lead'],
  [['filing'], ''],
  [['toString', 'what a newer Lantern knows'], ''],
  [[], ''],
])('say of the rights %o “%s”', (rights, said) => expect(rightsInWords(rights)).toBe(said));
