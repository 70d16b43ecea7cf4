import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSeals } from '../../bot/seal.ts';
import { handSetClock } from '../support/hand-set-clock.ts';

const clock = handSetClock();
let n = 0;
const ids = { next: () => (++n).toString(16).padStart(32, '0') };
const seals = createSeals((of) => Buffer.from(of.padEnd(32, '.')), ids, clock);
const tenant = '6b1c7a1e-2222-4222-8222-000000000001';
const daniel = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000001' };
const zoe = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000008' };

describe('a seal', () => {
  it('opens for the person, the act and the record it was made for, and gives each card a form key of its own', () => {
    const [one, two] = [seals.seal(daniel, 'take-concern', 'c1'), seals.seal(daniel, 'take-concern', 'c1')];
    expect(seals.open(daniel, 'take-concern', one)).toEqual({ kind: 'genuine', form: one.seal.form, about: 'c1' });
    expect(one.seal.form).not.toBe(two.seal.form);
  });

  it('opens among what a person filled in', () => {
    const data = { ...seals.seal(daniel, 'report-concern'), who: 'x', words: 'y' };
    expect(seals.open(daniel, 'report-concern', data)).toMatchObject({ kind: 'genuine' });
  });

  const made = () => seals.seal(daniel, 'take-concern', 'c1').seal;
  it.each<[string, object]>([
    ['another record', { about: 'c2' }],
    ['no record', { about: undefined }],
    ['another form key', { form: 'f'.repeat(32) }],
    ['another act in the data', { verb: 'show-child' }],
    ['a later end', { exp: '2030-01-01T00:00:00.000Z' }],
    ['no mac', { mac: '' }],
    ['another mac', { mac: '0'.repeat(64) }],
    ['a mac that is no text', { mac: 7 }],
    ['a mac of as many signs and more bytes', { mac: 'é'.repeat(64) }],
    ['a record that is no text', { about: { id: 'c1' } }],
  ])('does not open with %s', (_what, change) => {
    expect(seals.open(daniel, 'take-concern', { seal: { ...made(), ...change } })).toEqual({ kind: 'forged' });
  });

  it('does not open for somebody else, for another tenant, or for another act', () => {
    expect(seals.open(zoe, 'take-concern', { seal: made() })).toEqual({ kind: 'forged' });
    expect(seals.open({ ...daniel, tenant: `${tenant}0` }, 'take-concern', { seal: made() })).toEqual({
      kind: 'forged',
    });
    expect(seals.open(daniel, 'show-child', { seal: made() })).toEqual({ kind: 'forged' });
  });

  it.each([undefined, null, 'seal', 7, [], {}, { seal: null }, { seal: 'x' }, { seal: {} }])(
    'is not to be had from %j',
    (data) => {
      expect(seals.open(daniel, 'take-concern', data)).toEqual({ kind: 'forged' });
    },
  );

  it('grows stale after a fortnight', () => {
    const { seal } = seals.seal(daniel, 'take-concern', 'c1');
    clock.forward(14 * 86_400 - 1);
    expect(seals.open(daniel, 'take-concern', { seal })).toMatchObject({ kind: 'genuine' });
    clock.forward(2);
    expect(seals.open(daniel, 'take-concern', { seal })).toMatchObject({ kind: 'stale', about: 'c1' });
  });

  it('without a record opens without one', () => {
    const made = seals.seal(daniel, 'report-concern');
    expect(made.seal).not.toHaveProperty('about');
    expect(seals.open(daniel, 'report-concern', made)).toStrictEqual({ kind: 'genuine', form: made.seal.form });
  });

  it('works to the last moment of its fortnight, and says that it is stale from the next', () => {
    const at = (now: string) => createSeals(() => Buffer.alloc(32), ids, { now: () => now });
    const made = at('2026-12-10T08:05:00.000Z').seal(daniel, 'report-concern');
    expect(made.seal.exp).toBe('2026-12-24T08:05:00.000Z');
    const { form } = made.seal;
    expect(at('2026-12-24T08:05:00.000Z').open(daniel, 'report-concern', made)).toStrictEqual({
      kind: 'genuine',
      form,
    });
    expect(at('2026-12-24T08:05:00.001Z').open(daniel, 'report-concern', made)).toStrictEqual({ kind: 'stale', form });
  });
});

describe('a seal that is made by hand with the right key', () => {
  const key = Buffer.alloc(32, 7);
  const now = '2026-12-10T08:05:00.000Z';
  const opener = createSeals(() => key, ids, { now: () => now });
  /** What cards in chats carry: a newer Lantern must still know them. */
  const byHand = (parts: Readonly<Record<string, unknown>>) => {
    const { form, verb, about, exp } = { form: 'f1', verb: 'take-concern', exp: now, ...parts } as Record<
      string,
      unknown
    >;
    const text = JSON.stringify([daniel.tenant, daniel.person, verb, about ?? null, form, exp]);
    return { seal: { form, verb, about, exp, mac: createHmac('sha256', key).update(text).digest('hex') } };
  };
  const open = (parts: object) => opener.open(daniel, 'take-concern', byHand(parts as Record<string, unknown>));

  it('opens', () => {
    expect(open({})).toStrictEqual({ kind: 'genuine', form: 'f1' });
    expect(open({ about: 'c1' })).toStrictEqual({ kind: 'genuine', form: 'f1', about: 'c1' });
  });

  it.each([{ form: 7 }, { exp: 9e15 }, { about: 7 }, { about: { id: 'c1' } }, { about: null }])(
    'does not open when it holds %j, which is no text',
    (parts) => {
      expect(open(parts)).toStrictEqual({ kind: 'forged' });
    },
  );
});

describe('a seal under a key that was retired', () => {
  const at = (now: string, cards: string, earlier: readonly string[] = []) =>
    createSeals(
      () => Buffer.from(cards.padEnd(32, '.')),
      ids,
      { now: () => now },
      earlier.map((old) => ({
        cardsOf: () => Buffer.from(old.padEnd(32, '.')),
        retiredAt: '2026-12-10T08:05:00.000Z',
      })),
    );
  const today = at('2026-12-20T08:05:00.000Z', 'new', ['oldest', 'old']);

  it('opens when it was made no later than that', () => {
    const made = at('2026-12-10T08:05:00.000Z', 'old').seal(daniel, 'take-concern', 'c1');
    expect(today.open(daniel, 'take-concern', made)).toMatchObject({ kind: 'genuine', about: 'c1' });
    expect(today.open(zoe, 'take-concern', made)).toEqual({ kind: 'forged' });
  });

  it('is forged when it is dated later: whoever has the old key cannot make new ones', () => {
    const made = at('2026-12-10T08:05:00.001Z', 'old').seal(daniel, 'take-concern', 'c1');
    expect(today.open(daniel, 'take-concern', made)).toEqual({ kind: 'forged' });
  });

  it('is forged where that key was never Lantern’s', () => {
    const made = at('2026-12-09T08:05:00.000Z', 'other').seal(daniel, 'take-concern', 'c1');
    expect(today.open(daniel, 'take-concern', made)).toEqual({ kind: 'forged' });
  });
});
