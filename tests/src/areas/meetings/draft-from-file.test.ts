import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFromFile, type FileOfChild } from '../../../../src/areas/meetings/contributions/draft-from-file.ts';
import { contributionTemplates } from '../../../../src/areas/meetings/contributions/templates.ts';
import { contributionFields, contributionPrompts, contributionTexts } from '../../../../src/areas/meetings/fields.ts';
import { meetingKinds } from '../../../../src/areas/meetings/kinds.ts';
import { renderMinutes } from '../../../../src/areas/meetings/renderings/render-minutes.ts';
import type { RenderingMaterial } from '../../../../src/areas/meetings/renderings/material-of.ts';
import type { MeetingKind } from '../../../../src/areas/meetings/rules.ts';
import { leaksOf } from '../../../bench/redaction-leaks.ts';
import { seeded } from '../../../bench/policy-checks.ts';
import { generateMinute } from '../../../support/generated-minutes.ts';

const ellie = { label: 'Child A', givenName: 'Ellie', familyName: 'Marsden', family: ['Claire Marsden'] };
const leo = { label: 'another child', givenName: 'Leo', familyName: 'Tarrant', upn: 'A820432110001' };
const file = (over: Partial<FileOfChild> = {}): FileOfChild => ({
  ...{ parts: ['child', 'seen', 'done', 'decided', 'voice'], yearGroup: 'Year 7', formGroup: '7B' },
  ...{ concerns: [], actions: [], decisions: [] },
  known: { children: [ellie], others: [leo], staff: [{ name: 'Tom Whitlock' }], professionals: [] },
  ...over,
});
const action = { what: 'Ring Claire Marsden', ownerName: 'Tom Whitlock', dueOn: '2026-12-18' };

describe('a draft from the file of one child', () => {
  it('says what Lantern knows, in the parts of the kind and no others, and is silent of what it does not', () => {
    const concerns = [
      { ref: 'C-2026-0001', reportedAt: '2026-11-12T09:00:00.000Z' },
      { ref: 'C-2026-0002', reportedAt: '2026-11-30T23:30:00.000Z', outcome: 'referral', level: '4-acute' },
    ];
    const actions = [{ ...action, doneAt: '2026-12-01T09:00:00.000Z' }, action];
    expect(draftFromFile(file({ concerns, actions }))).toEqual({
      leftOut: 0,
      texts: {
        child: 'Year 7, form 7B.',
        seen: '12 November 2026, C-2026-0001: Not judged yet.\n30 November 2026, C-2026-0002: Refer. Level 4: acute.',
        done:
          'Done on 1 December 2026: Ring Claire Marsden (Tom Whitlock)\n' +
          'To do by 18 December 2026: Ring Claire Marsden (Tom Whitlock)',
      },
    });
    expect(draftFromFile(file({ concerns, actions, parts: ['voice'] })).texts).toEqual({});
  });

  it('names the child and who belongs to them, and no other; a line that still tells of one is left out and counted', () => {
    const said = (what: string) => draftFromFile(file({ actions: [{ ...action, what }] }));
    expect(said('Ellie and Leo Tarrant sit apart').texts.done).toContain('Ellie and another child sit apart');
    const written = said('Leo’s number is A82043 2110001');
    expect(JSON.stringify(written)).not.toMatch(/Leo|2110001/u);
  });

  it('holds whole lines only, and says how many more there are', () => {
    const long = { ref: 'M-2026-0001', startsAt: '2026-11-12T09:00:00.000Z', decision: 'word '.repeat(900).trim() };
    const { texts, leftOut } = draftFromFile(file({ decisions: [long, long, long] }));
    expect(leftOut).toBe(2);
    expect(texts.decided?.length).toBeLessThanOrEqual(contributionFields.decided.max);
  });

  it('never holds another child’s name, whatever was written in the actions and the minutes', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (seed) => {
        const minute = generateMinute(seeded(seed));
        const [child, ...rest] = minute.material.children;
        if (!child) return;
        // Only this child’s own letters, form and birthday are told apart: of all others only what tells in any school. A day of
        // theirs may stand as if it were this child’s: the May of “23 May” is nobody who is called so.
        const mentions = minute.mentions.flatMap((one) => {
          if (one.child === 0 || !['letter', 'date', 'form'].includes(one.what)) return [one];
          return one.what === 'date' ? [{ ...one, child: 0 }] : [];
        });
        const others = [...rest, ...minute.material.others];
        // Whoever belongs to the child stands by name: a word of it that another child bears too tells nobody.
        const words = (names: readonly string[]) => names.flatMap((name) => name.toLowerCase().split(/[ -]/u));
        const borne = words(others.flatMap((one) => [one.familyName, one.formerNames ?? '', ...(one.family ?? [])]));
        if (words(child.family ?? []).some((word) => borne.includes(word))) return;
        const material = { ...minute.material, children: [child], others };
        const found = leaksOf({ ...minute, material, mentions }, (of) => ({
          ...renderMinutes(of),
          attendees: asRendering(of),
          channel: { dropped: [], names: [] },
        }));
        kept += found.texts.there.length;
        expect(found.leaks).toEqual([]);
      }),
      { numRuns: 300 },
    );
    // Whoever hides everything tells nothing.
    expect(kept).toBeGreaterThan(10_000);
  });
});

/** The draft that is filled from what a minute says, in the shape in which leaks are looked for. */
function asRendering(material: RenderingMaterial) {
  const { texts } = draftFromFile(
    file({
      known: material,
      actions: material.points.flatMap(({ actions }) => actions),
      decisions: material.points.map(({ texts: { decision = '' } }) => ({
        ...{ ref: 'M-2026-0001', startsAt: '2026-11-12T09:00:00.000Z', decision },
      })),
    }),
  );
  // The form is the child’s own, and asked for.
  const { child: _own, ...said } = texts;
  const points = Object.entries(said).map(([id, decision]) => ({ id, heading: '', decision, actions: [] }));
  return { ...renderMinutes(material).attendees, points };
}

describe('what is asked of a school', () => {
  it('is asked of each kind that is about children and not the school’s own, each part once and with a prompt', () => {
    const kinds = Object.keys(meetingKinds) as MeetingKind[];
    const own: readonly MeetingKind[] = ['attendance-panel', 'pastoral', 'behaviour', 'safeguarding-team'];
    const asking = kinds.filter((kind) => meetingKinds[kind].about !== 'work' && !own.includes(kind));
    expect(Object.keys(contributionTemplates).sort()).toEqual(asking.sort());
    for (const { parts } of Object.values(contributionTemplates)) {
      expect(new Set(parts).size).toBe(parts.length);
      expect(parts).toContain('voice');
    }
    for (const part of Object.keys(contributionTexts)) expect(contributionPrompts).toHaveProperty(part);
  });

  it('is never shown to a family where they must not know yet, and always asked about where it should be', () => {
    const of = (family: string) =>
      Object.entries(contributionTemplates).flatMap(([kind, template]) => (template.family === family ? [kind] : []));
    expect(of('kept')).toEqual(['strategy-discussion', 'mace', 'marac']);
    expect(of('asked')).toEqual(['icpc', 'rcpc', 'core-group', 'cin-review']);
  });
});
