import { describe, expect, it } from 'vitest';
import { createSeals } from '../../bot/seal.ts';
import { handSetClock } from '../support/hand-set-clock.ts';
import { people, tenant } from '../support/kernel.ts';

const clock = handSetClock();
let n = 0;
const ids = { next: () => (++n).toString(16).padStart(32, '0') };
const seals = createSeals((of) => Buffer.from(of.padEnd(32, '.')), ids, clock);
const { daniel, zoe } = people;

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

  const made = seals.seal(daniel, 'take-concern', 'c1').seal;
  it.each<[string, object]>([
    ['another record', { about: 'c2' }],
    ['no record', { about: undefined }],
    ['another form key', { form: 'f'.repeat(32) }],
    ['another act in the data', { verb: 'show-child' }],
    ['a later end', { exp: '2030-01-01T00:00:00.000Z' }],
    ['no mac', { mac: '' }],
    ['another mac', { mac: '0'.repeat(64) }],
    ['a mac that is no text', { mac: 7 }],
    ['a record that is no text', { about: { id: 'c1' } }],
  ])('does not open with %s', (_what, change) => {
    expect(seals.open(daniel, 'take-concern', { seal: { ...made, ...change } })).toEqual({ kind: 'forged' });
  });

  it('does not open for somebody else, for another tenant, or for another act', () => {
    expect(seals.open(zoe, 'take-concern', { seal: made })).toEqual({ kind: 'forged' });
    expect(seals.open({ ...daniel, tenant: `${tenant}0` }, 'take-concern', { seal: made })).toEqual({ kind: 'forged' });
    expect(seals.open(daniel, 'show-child', { seal: made })).toEqual({ kind: 'forged' });
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
});
