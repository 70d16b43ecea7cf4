import { describe, expect, it } from 'vitest';
import type { HealthDesk, HealthLine } from '../../../src/areas/settings/contract.ts';
import { commandIn, summaryOf } from '../../../tab/settings/health-words.ts';
import { laterOf } from '../../../tab/settings/later-of.ts';

const line = (state: HealthLine['state']): HealthLine => ({ check: 'disk', state, says: 'So it is.' });

describe('the words of Lantern’s health', () => {
  it.each([
    [['ok', 'unseen'], 'In order, as far as can be seen'],
    [['fault', 'ok', 'fault', 'warning'], '2 faults, 1 warning'],
    [['warning', 'warning'], '2 warnings'],
    [['fault'], '1 fault'],
  ] as const)('%j are %s', (states, words) => {
    expect(summaryOf(states.map(line))).toBe(words);
  });

  it.each([
    ['npm run backup, once a day from the machine’s own scheduler.', 'npm run backup'],
    ['npm run provision under the one-off identity, or npm run doctor -- --fix.', 'npm run provision'],
    ['chmod 600 data.key, or npm run doctor -- --fix; change the key.', 'npm run doctor -- --fix'],
    ['Build it: npx vite build tab', 'npx vite build tab'],
    ['As it says.', undefined],
  ])('in “%s” the command to copy is %s', (mend, command) => {
    expect(commandIn(mend)).toBe(command);
  });
});

describe('of two answers', () => {
  const at = (second: number) => `2026-12-10T08:05:${String(second).padStart(2, '0')}.000Z`;
  const desk = (now: number, rest: Partial<HealthDesk> = {}): HealthDesk => ({ now: at(now), schools: [], ...rest });
  const found = (second: number) => ({ health: { at: at(second), lines: [] } });
  const running = { running: { since: at(10) } };

  it('the first is shown as it is', () => {
    expect(laterOf(undefined, desk(1))).toEqual(desk(1));
  });

  it('what another instance found earlier, or never, takes nothing from the screen', () => {
    expect(laterOf(desk(20, found(10)), desk(21))).toEqual(desk(21, found(10)));
    expect(laterOf(desk(20, found(10)), desk(21, found(5)))).toEqual(desk(21, found(10)));
    expect(laterOf(desk(20, found(10)), desk(21, found(15)))).toEqual(desk(21, found(15)));
  });

  it('an examination goes on until it is said to have ended, or for two minutes', () => {
    expect(laterOf(desk(11, running), desk(12))).toMatchObject(running);
    expect(laterOf(desk(11, running), desk(12, found(5)))).toMatchObject(running);
    expect(laterOf(desk(11, running), desk(12, found(10)))).not.toHaveProperty('running');
    expect(laterOf(desk(11, running), desk(12, { brokeOffAt: at(12) }))).not.toHaveProperty('running');
    const late = { ...desk(12), now: '2026-12-10T08:07:10.000Z' };
    expect(laterOf(desk(11, running), late)).not.toHaveProperty('running');
  });
});
