import { describe, expect, it } from 'vitest';
import type { GraphAnswer } from '../../../src/ports/graph.ts';
import { firstStep, nextStep, notLocated, type Aim, type Step } from '../../../src/sharepoint/filing-step.ts';
import type { Cell } from '../../../src/sharepoint/merge.ts';

const now = '2026-12-10T08:05:00.000Z';
const id = 'a'.repeat(32);
const act = 'b'.repeat(32);
const create: Aim = {
  kind: 'create',
  id,
  hasRef: true,
  act,
  rev: 1,
  attempts: 0,
  cells: [],
  settled: false,
  replayed: false,
};
const status: Cell = { field: 'status', column: 'Status', base: 'submitted', ours: 'acknowledged' };
const update: Aim = {
  kind: 'update',
  id,
  hasRef: false,
  act,
  rev: 4,
  attempts: 0,
  cells: [status],
  settled: false,
  replayed: false,
};
const place = { itemId: '7', etag: '"{guid},3"' };
const found7 = { itemId: '7' };
const newer = { itemId: '7', etag: '"{guid},9"' };

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}): GraphAnswer => ({
  status,
  body,
  headers,
});
const fault = (status: number, message = '', headers = {}) =>
  answer(status, { error: { code: 'invalidRequest', message } }, headers);
const written = answer(201, { id: '7', eTag: '"{guid},9"' });
const row = (LastKey: string, Rev: number, RequestKey = id, Status = 'submitted') => ({
  id: '7',
  eTag: '"{guid},9"',
  fields: { RequestKey, LastKey, Rev, Status },
});
const conflict = (theirs?: string) => {
  const { field, base, ours } = status;
  return { kind: 'conflict', sides: theirs === undefined ? [] : [{ field, base, ours, theirs }] };
};
const found = (...rows: unknown[]) => answer(200, { value: rows });

const duplicate = fault(400, 'One or more fields with unique constraints already has the provided value.');
const go = (step: Step) => ({ kind: 'go', step });
const read: Step = { kind: 'read', itemId: '7' };
const findKey: Step = { kind: 'find-key' };
const findRef: Step = { kind: 'find-ref' };
const write: Step = { kind: 'update', place };
const steps: readonly Step[] = [{ kind: 'create' }, write, read, findKey, findRef];

describe('the first step', () => {
  it.each([
    ['makes the row of a new record', create, 0, undefined, { kind: 'create' }],
    ['makes it again after an attempt whose end is unknown', create, 3, undefined, { kind: 'create' }],
    ['writes an update at once', update, 0, place, write],
    ['looks first after an attempt whose end is unknown', update, 1, place, read],
    ['looks first where the row was only found', update, 0, { itemId: '7' }, read],
    ['looks for the row when it is not known where it lies', update, 0, undefined, findKey],
  ] as const)('%s', (_, aim, attempts, at, step) => {
    expect(firstStep({ ...aim, attempts }, at)).toEqual(step);
  });
});

describe('after making a row', () => {
  const after = (reply: GraphAnswer, aim = create) => nextStep({ kind: 'create' }, reply, aim, now);

  it.each([
    ['it is there', written, { kind: 'confirm', place: newer }],
    ['the answer does not say where it is: look', answer(201), go(findKey)],
    ['it was there before: look whose it is', duplicate, go(findKey)],
    ['the list is gone', fault(404), { kind: 'postpone', code: 'list-missing', alarm: true, forget: true }],
    ['SharePoint was saving: again later', fault(409), { kind: 'postpone', code: 'http-409' }],
    [
      'a column is missing: set-up can be mended',
      fault(400, "Field 'Words' is not recognized"),
      { kind: 'postpone', code: 'column-missing', alarm: true },
    ],
    ['the content is refused', fault(400, 'Invalid text value.'), { kind: 'stop', code: 'refused-400' }],
    ['the content is too large', fault(413), { kind: 'stop', code: 'refused-413' }],
  ])('%s', (_, reply, next) => {
    expect(after(reply)).toEqual(next);
  });
});

describe('after writing an update', () => {
  it.each([
    ['it is written', written, { kind: 'confirm', place: newer }],
    ['the answer does not say as what: look', answer(200), go(read)],
    ['the row had changed (412): look', fault(412), go(read)],
    ['the row had changed (409): look', fault(409), go(read)],
    [
      'the row is gone: it may be put back from the recycle bin',
      fault(404),
      { kind: 'postpone', code: 'row-missing', alarm: true, forget: true },
    ],
    ['the content is refused', fault(422), { kind: 'stop', code: 'refused-422' }],
    ['a unique value is taken', duplicate, { kind: 'stop', code: 'refused-400' }],
  ])('%s', (_, reply, next) => {
    expect(nextStep(write, reply, update, now)).toEqual(next);
  });
});

describe('after reading the row', () => {
  it.each([
    ['our act is in it, and perhaps an edit after it', row(act, 4), { kind: 'confirm', place: found7 }],
    ['the act before ours is in it: write upon the new eTag', row('other', 3), go({ kind: 'update', place: newer })],
    [
      'the act before ours, and somebody else’s edit where we write: both are shown',
      row('other', 3, id, 'closed'),
      conflict('closed'),
    ],
    [
      'the act before ours, and already what we want to write',
      row('other', 3, id, 'acknowledged'),
      go({ kind: 'update', place: newer }),
    ],
    ['our act, and somebody else’s edit after it', row(act, 4, id, 'closed'), { kind: 'confirm', place: found7 }],
    ['another act has our revision', row('other', 4), conflict('submitted')],
    ['it is further than we are', row('other', 5), conflict('submitted')],
    [
      'it is further behind than one act: an old copy, look later',
      row('other', 2),
      { kind: 'postpone', code: 'row-behind' },
    ],
    ['our key stands beside another revision', row(act, 5), conflict('submitted')],
    ['it is another record’s, and not to be shown', row(act, 4, 'c'.repeat(32)), conflict()],
    ['it was not written by Lantern', { id: '7', eTag: '"x"', fields: {} }, conflict()],
    ['it is not to be understood', { id: '7' }, { kind: 'postpone', code: 'answer-not-understood', alarm: true }],
  ])('%s', (_, body, next) => {
    expect(nextStep(read, answer(200, body), update, now)).toEqual(next);
  });
});

it('takes a row that stays behind for somebody’s doing', () => {
  const reply = answer(200, row('other', 2));
  expect(nextStep(read, reply, { ...update, attempts: 7 }, now)).toEqual({ kind: 'postpone', code: 'row-behind' });
  expect(nextStep(read, reply, { ...update, attempts: 8 }, now)).toEqual(conflict('submitted'));
});

describe('after looking for the record by its key', () => {
  it.each([
    ['our new row is there', create, found(row(act, 1)), { kind: 'confirm', place: found7 }],
    ['a new row of ours has another history', create, found(row('other', 2)), conflict()],
    ['the row to update holds somebody else’s edit', update, found(row('other', 3, id, 'closed')), conflict('closed')],
    ['two rows bear the key', create, found(row(act, 1), row(act, 1)), { kind: 'stop', code: 'row-twice' }],
    ['no row yet: see whose the reference is', create, found(), go(findRef)],
    [
      'no row yet, and no reference either',
      { ...create, hasRef: false },
      found(),
      { kind: 'postpone', code: 'not-visible-yet' },
    ],
    ['the row to update lacks our act', update, found(row('other', 3)), go({ kind: 'update', place: newer })],
    ['the row to update is not there', update, found(), { kind: 'postpone', code: 'row-missing', alarm: true }],
    ['the list is gone', update, fault(404), { kind: 'postpone', code: 'list-missing', alarm: true, forget: true }],
    ['the column has no index', update, fault(400), { kind: 'postpone', code: 'lookup-invalidRequest', alarm: true }],
    [
      'the answer is not to be understood',
      update,
      answer(200, '<html>'),
      { kind: 'postpone', code: 'answer-not-understood', alarm: true },
    ],
  ] as const)('%s', (_, aim, reply, next) => {
    expect(nextStep(findKey, reply, aim, now)).toEqual(next);
  });
});

describe('after looking whose the reference is', () => {
  it.each([
    ['another record’s', found(row('x', 1, 'c'.repeat(32))), { kind: 'stop', code: 'reference-taken' }],
    ['nobody’s that can be seen yet', found(), { kind: 'postpone', code: 'not-visible-yet' }],
    [
      'ours, which the other question did not show yet',
      found(row(act, 1)),
      { kind: 'postpone', code: 'not-visible-yet' },
    ],
  ])('%s', (_, reply, next) => {
    expect(nextStep(findRef, reply, create, now)).toEqual(next);
  });
});

describe('an answer that says nothing about the act', () => {
  const replies: readonly [number, Record<string, string>, object][] = [
    [429, { 'retry-after': '9' }, { code: 'throttled', pause: true, seconds: 9, free: true }],
    [429, {}, { code: 'throttled', pause: true }],
    [503, { 'retry-after': '9' }, { code: 'throttled', pause: true, seconds: 9, free: true }],
    [503, {}, { code: 'throttled', pause: true }],
    [500, {}, { code: 'http-500' }],
    [502, {}, { code: 'http-502' }],
    [504, {}, { code: 'http-504' }],
    [408, {}, { code: 'http-408' }],
    [401, {}, { code: 'http-401', alarm: true }],
    [403, {}, { code: 'http-403', alarm: true }],
    [423, {}, { code: 'http-423', alarm: true }],
    [302, {}, { code: 'http-302', alarm: true }],
  ];

  it.each(replies)('%i %j is waited out at every step', (status, headers, expected) => {
    for (const step of steps)
      expect(nextStep(step, fault(status, '', headers), update, now)).toEqual({ kind: 'postpone', ...expected });
    expect(notLocated('site-missing', fault(status, '', headers), now)).toEqual({ kind: 'postpone', ...expected });
  });

  it.each([
    ['timeout', {}],
    ['ECONNRESET', {}],
    ['token-invalid_client', { alarm: true }],
  ])('none at all (%s) is waited out too', (code, more) => {
    for (const step of steps)
      expect(nextStep(step, { unreachable: code }, create, now)).toEqual({ kind: 'postpone', code, ...more });
  });

  it('never ends an act for good', () => {
    for (let status = 300; status < 600; status++) {
      if ([400, 409, 412, 413, 415, 422].includes(status)) continue;
      for (const step of steps) expect(nextStep(step, fault(status), update, now)).toMatchObject({ kind: 'postpone' });
    }
  });
});

it('is an alarm, and asked anew, when the site cannot be found', () => {
  const ending = { kind: 'postpone', code: 'site-missing', alarm: true, forget: true };
  expect(notLocated('site-missing', fault(404), now)).toEqual(ending);
  expect(notLocated('site-missing', undefined, now)).toEqual(ending);
});

describe('upon what a person has chosen', () => {
  const chosen: Cell = { ...status, base: 'closed' };
  const settled: Aim = { ...update, cells: [chosen], settled: true };
  const read: Step = { kind: 'read', itemId: '7' };

  it('it is written whatever revision the row has', () => {
    for (const rev of [1, 9])
      expect(nextStep(read, answer(200, row('other', rev, id, 'closed')), settled, now)).toEqual({
        kind: 'go',
        step: { kind: 'update', place: newer },
      });
  });

  it('but not over what somebody wrote since', () => {
    const ending = nextStep(read, answer(200, row('other', 9, id, 'reopened')), settled, now);
    expect(ending).toMatchObject({ kind: 'conflict', sides: [{ field: 'status', theirs: 'reopened' }] });
  });

  it('and never into another record’s row, nor over one that a create finds', () => {
    expect(nextStep(read, answer(200, row('other', 3, 'c'.repeat(32), 'closed')), settled, now)).toEqual(conflict());
    const made: Aim = { ...create, settled: true };
    expect(nextStep(read, answer(200, row('other', 3)), made, now)).toMatchObject({ kind: 'conflict' });
  });
});

describe('an act that waited in a backup', () => {
  const replayed: Aim = { ...update, replayed: true };

  it.each([
    ['is done when the row holds it', row(act, 4), { kind: 'confirm', place: found7 }],
    [
      'is done when the row has moved on past it, and overwrites nothing',
      row('other', 9),
      { kind: 'confirm', place: found7 },
    ],
    ['is written when it had never been filed', row('other', 3), go({ kind: 'update', place: newer })],
    ['waits for a person when another act has its revision', row('other', 4), conflict('submitted')],
    ['waits for a person when the row is another record’s', row('other', 9, 'c'.repeat(32)), conflict()],
  ])('%s', (_, found, next) => {
    expect(nextStep(read, answer(200, found), replayed, now)).toEqual(next);
  });

  it('that made a row is done when the row has had later acts', () => {
    const made: Aim = { ...create, replayed: true };
    expect(nextStep(findKey, found(row('other', 5)), made, now)).toEqual({ kind: 'confirm', place: found7 });
  });
});
