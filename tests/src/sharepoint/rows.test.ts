import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { concern, concernAddendum } from '../../../src/areas/concerns/record.ts';
import type { FilingPayload } from '../../../src/ports/outbox.ts';
import { columnsOf } from '../../../src/sharepoint/columns.ts';
import { fromRow, RowFault, toRow } from '../../../src/sharepoint/rows.ts';

const id = 'a'.repeat(32);
const act = 'b'.repeat(32);

const created: FilingPayload = {
  kind: 'create',
  record: 'concern',
  id,
  school: 'harrowmere',
  ref: 'C-2026-0142',
  rev: 1,
  values: { status: 'submitted', words: 'Line one\nline two', inFuture: true, childAsTyped: "Mia O'Brien-Łukasz" },
  actorId: '6b1c7a1e-1111-4111-8111-000000000001',
  actorName: 'Daniel Osei',
  at: '2026-12-10T08:05:00.000Z',
};
const { ref: _ref, ...plain } = created;
const updated: FilingPayload = { ...plain, kind: 'update', rev: 2, values: { status: 'acknowledged' } };
const withValues = (values: Record<string, unknown>) => toRow(concern, { ...created, values }, act);

describe('a new row', () => {
  it('carries the record’s key, reference and school, its values, and who did it when', () => {
    expect(toRow(concern, created, act)).toEqual({
      Title: 'C-2026-0142',
      RequestKey: id,
      Ref: 'C-2026-0142',
      School: 'harrowmere',
      Status: 'submitted',
      Words: 'Line one\nline two',
      InFuture: true,
      ChildAsTyped: "Mia O'Brien-Łukasz",
      LastKey: act,
      Rev: 1,
      ActorId: '6b1c7a1e-1111-4111-8111-000000000001',
      ActorName: 'Daniel Osei',
      ActedAt: '2026-12-10T08:05:00.000Z',
    });
  });

  it('is titled by its id where it has no reference, and never by a name', () => {
    const row = toRow(concernAddendum, { ...plain, values: { number: 1, words: 'more' } }, act);
    expect(row).toMatchObject({ Title: id, Number: 1 });
    expect(row).not.toHaveProperty('Ref');
  });

  it('writes only columns that provisioning makes', () => {
    const made = new Set(['Title', ...columnsOf(concern).map(({ name }) => name)]);
    expect(Object.keys(toRow(concern, created, act)).filter((name) => !made.has(name))).toEqual([]);
  });
});

describe('an update', () => {
  it('writes what changed and the act, and leaves the row’s key and title alone', () => {
    expect(Object.keys(toRow(concern, updated, act)).sort()).toEqual([
      'ActedAt',
      'ActorId',
      'ActorName',
      'LastKey',
      'Rev',
      'Status',
    ]);
  });

  it('empties a column with null', () => {
    expect(toRow(concern, { ...updated, values: { takenAt: null } }, act)).toHaveProperty('TakenAt', null);
  });
});

describe('text that SharePoint could not take', () => {
  it.each([
    ['a control character', 'a\u0000b\u000bc', 'a\uFFFDb\uFFFDc'],
    ['half a character', 'a\ud83d b\ude22', 'a\uFFFD b\uFFFD'],
    ['what is no character', 'a\uFFFEb', 'a\uFFFDb'],
  ])('has %s replaced, so that the concern is filed', (_, words, expected) => {
    expect(withValues({ words })).toHaveProperty('Words', expected);
  });

  it.each([
    '😢 emoji',
    'שלום עולם',
    'tab\tand\r\nbreaks',
    '<script>alert(1)</script>',
    '# not Markdown',
    '‘quotes’ \u0092',
  ])('is left as it is when it can be taken: %j', (words) =>
    expect(withValues({ words })).toHaveProperty('Words', words),
  );

  it('has its line breaks made spaces on a single line', () => {
    expect(withValues({ childAsTyped: 'Mia\r\n  Novak' })).toHaveProperty('ChildAsTyped', 'Mia Novak');
  });

  it('is cut at 255 on a single line, and never through a character', () => {
    const { ActorName } = toRow(concern, { ...created, actorName: `${'x'.repeat(254)}😢😢` }, act);
    expect(ActorName).toBe(`${'x'.repeat(254)}\uFFFD`);
  });
});

describe('a payload that does not fit its record', () => {
  it.each([
    ['unknown-field', { unheardOf: 'x' }],
    ['unknown-field', { constructor: 'x' }],
    ['wrong-kind', { words: 7 }],
    ['wrong-kind', { inFuture: 'yes' }],
    ['wrong-kind', { status: ['submitted'] }],
  ])('is refused (%s) rather than filed in part', (code, values) => {
    expect(() => withValues(values)).toThrow(expect.objectContaining({ name: RowFault.name, code }));
  });
});

describe('a row that is read back', () => {
  it('gives what was put in', () => {
    expect(fromRow(concern, toRow(concern, created, act))).toEqual({
      id,
      ref: 'C-2026-0142',
      school: 'harrowmere',
      rev: 1,
      act,
      actorId: created.actorId,
      actorName: 'Daniel Osei',
      at: created.at,
      values: created.values,
    });
  });

  it('gives every long text back as it was, where SharePoint can hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        expect(fromRow(concern, withValues({ words }))?.values).toEqual({ words });
      }),
    );
  });

  it('keeps a choice that this version does not know, and leaves out what is of another kind', () => {
    const row = { ...toRow(concern, created, act), Status: 'escalated', InFuture: 'perhaps' };
    expect(fromRow(concern, row)?.values).toMatchObject({ status: 'escalated' });
    expect(fromRow(concern, row)?.values).not.toHaveProperty('inFuture');
  });

  it('is nobody’s when Lantern did not write it', () => {
    expect(fromRow(concern, { Title: 'typed by hand', Status: 'submitted' })).toBeUndefined();
  });
});
