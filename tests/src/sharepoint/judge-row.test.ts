import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../../src/records/define-record.ts';
import { concern } from '../../../src/areas/concerns/record.ts';
import { roleGrant } from '../../../src/areas/people/record.ts';
import type { HeldRow, Known } from '../../../src/ports/sync.ts';
import { judgeRow, type StandingRow } from '../../../src/sharepoint/judge-row.ts';
import type { FiledRow } from '../../../src/sharepoint/rows.ts';

const now = '2026-12-10T08:05:00.000Z';
const id = 'a'.repeat(32);
const tag = (version: number) => `"7b1c7a1e-3333-4333-8333-000000000001,${version}"`;
const values = {
  status: 'submitted',
  urgency: 'urgent-today',
  words: 'No coat.\nCold.',
  reportedAt: now,
  safeNow: 'yes',
};
const filed: FiledRow = {
  ...{
    id,
    ref: 'C-2026-0142',
    school: 'harrowmere',
    rev: 2,
    act: 'b'.repeat(32),
    actorId: 'x',
    actorName: 'X',
    at: now,
  },
  values,
};
const held: HeldRow = {
  ...{ id, school: 'harrowmere', ref: 'C-2026-0142', rev: 2, filedRev: 2, itemId: '7', etag: tag(3), stopped: false },
  values,
};
const seen = (over: Partial<FiledRow> = {}, more: Partial<StandingRow> = {}): StandingRow => ({
  ...{ itemId: '7', etag: tag(4), key: id, ref: filed.ref, filed: { ...filed, ...over } },
  ...more,
});
const with_ = (changes: Readonly<Record<string, unknown>>) => ({ values: { ...values, ...changes } });
const judge = (
  row: Parameters<ReturnType<typeof judgeRow>>[0],
  known: Partial<Known> = {},
  type: RecordType = concern,
) =>
  judgeRow({ type, school: 'harrowmere', now, alarming: type.name === 'roleGrant' })(row, {
    ...{ refTaken: false, learning: false },
    ...known,
  });
const ours = (over: Partial<HeldRow> = {}): Partial<Known> => {
  const row = { ...held, ...over };
  return { byKey: row, byItem: row };
};
const told = (kind: string, fields: readonly object[] = [], over: object = {}) => ({
  outside: { kind, subject: id, itemId: '7', etag: tag(4), fields, ...over },
});
const place = { itemId: '7', etag: tag(4) };
const written = (columns: object) => ({ write: { kind: 'change', id, columns } });

describe('a row of a record that Lantern holds', () => {
  it.each([
    ['is as it was', seen({}, { etag: tag(3) }), ours(), {}],
    ['has another version and the same values: its place is learnt', seen(), ours(), written(place)],
    [
      'was only found before: its place is learnt',
      seen(),
      ours({ itemId: undefined, etag: undefined } as never),
      written(place),
    ],
    ['is older than what was seen', seen(with_({ urgency: 'routine' }), { etag: tag(2) }), ours(), {}],
    [
      'says something else: SharePoint’s value is taken and both are told',
      seen(with_({ urgency: 'routine' })),
      ours(),
      {
        ...written({ ...place, urgency: 'routine' }),
        ...told('changed', [{ field: 'urgency', was: 'urgent-today', is: 'routine' }]),
      },
    ],
    [
      'says something else under the version that our own write was confirmed with',
      seen(with_({ urgency: 'routine' }), { etag: tag(3) }),
      ours(),
      {
        ...written({ urgency: 'routine' }),
        ...told('changed', [{ field: 'urgency', was: 'urgent-today', is: 'routine' }], { etag: tag(3) }),
      },
    ],
    [
      'says it with other line ends and blanks, which is no change',
      seen(with_({ words: ' No coat.\r\nCold.\r\n' })),
      ours(),
      written(place),
    ],
    [
      'has a sign that SharePoint has none for, as Lantern itself wrote it',
      seen(with_({ words: 'No \uFFFD coat.' })),
      ours({ values: { ...values, words: 'No \u0007 coat.' } }),
      written(place),
    ],
    [
      'was emptied where something is required: no hole is left',
      seen({ values: { ...values, words: undefined, status: undefined, safeNow: undefined } }),
      ours(),
      {
        ...written({ ...place, status: '', safeNow: '', words: '' }),
        ...told('changed', [
          { field: 'status', was: 'submitted', is: null },
          { field: 'words', was: values.words, is: null },
          { field: 'safeNow', was: 'yes', is: null },
        ]),
      },
    ],
    [
      'names no moment where there has to be one: Lantern keeps its own, and tells',
      seen(with_({ reportedAt: 'yesterday', takenAt: 'soon' })),
      ours(),
      {
        ...written({ ...place, reportedAt: now, takenAt: null }),
        ...told('changed', [
          { field: 'reportedAt', was: now, is: 'yesterday' },
          { field: 'takenAt', was: null, is: 'soon' },
        ]),
      },
    ],
    [
      'bears another reference: people use Lantern’s, and it is told',
      seen({ ref: 'C-2026-0999' }),
      ours(),
      { ...written(place), ...told('changed', [{ field: 'ref', was: 'C-2026-0142', is: 'C-2026-0999' }]) },
    ],
    ['has an act on its way', seen(with_({ urgency: 'routine' })), ours({ rev: 3 }), { later: true }],
    ['waits for a person’s decision', seen(with_({ urgency: 'routine' })), ours({ stopped: true }), { later: true }],
    [
      'may be an old copy, for no version is known',
      seen({ rev: 1 }),
      ours({ etag: undefined } as never),
      { later: true },
    ],
    [
      'is an older revision, and was read by itself: somebody put it back',
      seen({ rev: 1, ...with_({ urgency: 'routine' }) }, { direct: true }),
      ours({ etag: undefined } as never),
      {
        ...written({ ...place, urgency: 'routine' }),
        ...told('changed', [{ field: 'urgency', was: 'urgent-today', is: 'routine' }]),
      },
    ],
    [
      'is ahead of Lantern, whose store was put back: its revision is learnt, and numbers are not given twice',
      seen({ rev: 5, ...with_({ urgency: 'routine' }) }),
      ours(),
      {
        ...written({ ...place, rev: 5, filedRev: 5, urgency: 'routine' }),
        ...told('changed', [{ field: 'urgency', was: 'urgent-today', is: 'routine' }]),
        counted: { counter: 'concern:harrowmere:2026', number: 142 },
      },
    ],
    [
      'is gone: Lantern keeps what it held',
      { itemId: '7', key: '', gone: true as const },
      ours(),
      { ...written({ removedAt: now }), ...told('removed', [], { etag: tag(3) }) },
    ],
    [
      'is gone with an act on its way',
      { itemId: '7', key: '', gone: true as const },
      ours({ rev: 3 }),
      { ...written({ removedAt: now }), ...told('removed', [], { etag: tag(3) }) },
    ],
    ['is gone, as is known', { itemId: '7', key: '', gone: true as const }, ours({ removedAt: now }), {}],
    [
      'is there again',
      seen(),
      ours({ removedAt: now }),
      { ...written({ ...place, removedAt: null }), ...told('restored') },
    ],
    [
      'does not say whose it is any more',
      seen({}, { key: '', filed: undefined }),
      { byItem: held },
      told('changed', [{ field: 'RequestKey', was: id, is: '' }]),
    ],
    [
      'says it is another record’s',
      seen({ id: 'c'.repeat(32) }, { key: 'c'.repeat(32) }),
      { byItem: held },
      told('changed', [{ field: 'RequestKey', was: id, is: 'c'.repeat(32) }]),
    ],
  ])('%s', (_what, row, known, outcome) => {
    expect(judge(row, known)).toMatchObject(outcome);
    const { write, outside, later } = judge(row, known);
    const said = outcome as { write?: unknown; outside?: unknown; later?: unknown };
    expect([write, outside, later].map((part) => part !== undefined)).toEqual(
      [said.write, said.outside, said.later].map((part) => part !== undefined),
    );
    expect(write?.columns).toEqual((said.write as typeof write | undefined)?.columns);
  });
});

describe('a row that Lantern holds nothing of', () => {
  const none = { outside: { kind: 'untaken', subject: '', itemId: '7', etag: tag(4), fields: [] } };
  const added = {
    kind: 'add',
    id,
    columns: { school: 'harrowmere', ref: 'C-2026-0142', rev: 2, filedRev: 2, ...place },
  };

  it('was written by Lantern once: it is learnt quietly, and its number is not given again', () => {
    const outcome = judge(seen());
    expect(outcome.write).toMatchObject(added);
    expect(outcome.write?.columns).toMatchObject({ ...values, takenByName: null });
    expect(outcome.counted).toEqual({ counter: 'concern:harrowmere:2026', number: 142 });
    expect(outcome.outside).toBeUndefined();
  });

  it.each([
    ['was typed in by somebody', seen({}, { key: '', filed: undefined }), {}],
    ['bears a key that is none of ours', seen({ id: 'mine' }, { key: 'mine' }), {}],
    ['bears a revision that is none', seen({ rev: 0.5 }), {}],
    ['bears a reference that another has', seen(), { refTaken: true }],
    ['has no moment where there has to be one', seen({ values: { ...values, reportedAt: 'now' } }), {}],
    ['bears the key of another school’s record', seen(), { byKey: { ...held, school: 'brackenfold' } }],
  ])('is not taken in and told when it %s', (_why, row, known) => {
    expect(judge(row, known)).toEqual(none);
  });

  it('is gone, and nobody missed it', () => {
    expect(judge({ itemId: '9', key: '', gone: true })).toEqual({});
  });

  it('gives a right behind Lantern’s back: SharePoint is the record, so it counts, and it is told', () => {
    const grant = seen({ ref: undefined, values: { personId: 'p', personName: 'Pat', role: 'dsl' } } as never);
    expect(judge(grant, {}, roleGrant)).toMatchObject({
      write: { kind: 'add', columns: { role: 'dsl', personId: 'p' } },
      outside: {
        kind: 'granted',
        subject: id,
        fields: expect.arrayContaining([{ field: 'role', was: null, is: 'dsl' }]),
      },
    });
    expect(judge(grant, { learning: true }, roleGrant).outside).toBeUndefined();
  });
});
