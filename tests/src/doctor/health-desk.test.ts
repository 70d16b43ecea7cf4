import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listConcerns } from '../../../src/areas/concerns/views.ts';
import type { Health, HealthDesk } from '../../../src/areas/settings/contract.ts';
import { createExaminations } from '../../../src/doctor/examinations.ts';
import { leila, outsiders, startHealthApi, type HealthApi } from '../../support/health-api.ts';
import { tenant } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { until } from '../../support/until.ts';

const found = (at: string): Health => ({
  at,
  lines: [
    { check: 'backup', state: 'warning', says: 'There is no backup in the usual place.', mend: 'npm run backup' },
    { check: 'lists', state: 'fault', school: 'harrowmere', says: 'Lists are missing: “Agencies”.' },
    { check: 'lists', state: 'ok', school: 'brackenfold', says: 'All lists are there.' },
  ],
});

/** Ends the examination that goes on, in one way or the other. */
let end: { with(health: Health): void; broken(): void };
let examined = 0;
const examine = () => {
  examined++;
  return new Promise<Health>((resolve, reject) => {
    end = { with: resolve, broken: () => reject(new TypeError('Ellie Marsden')) };
  });
};

let api: HealthApi;
beforeAll(async () => {
  api = await startHealthApi(examine);
});
beforeEach(() => {
  // Each test begins rested from the one before.
  api.now += 3_600_000;
  examined = 0;
});
afterAll(() => api.close());

const journal = () => [...api.kernel.journalEntries(tenant)];
const ended = () =>
  until('the end of the examination', async () => {
    const { body } = await api.look(leila);
    return body.running ? undefined : body;
  });
const at = (ms: number) => new Date(ms).toISOString();

describe('Lantern’s health in the tab', () => {
  it('has not been looked at when Lantern starts, and says so', async () => {
    const { status, body } = await api.look(leila);
    expect([status, body]).toEqual([200, { now: at(api.now), schools: [{ id: 'harrowmere', name: 'Harrowmere' }] }]);
    expect(examined).toBe(0);
  });

  it('is nothing to anybody but the tenant administrator: not found, journalled, and nothing is examined', async () => {
    for (const who of outsiders) {
      const before = journal().length;
      for (const { status, body } of [await api.look(who), await api.again(who), await api.again(who, {})])
        expect([status, body.code]).toEqual([404, 'not-found']);
      const rows = journal().slice(before);
      expect(rows.map(({ act, verb, actor }) => [act, verb, actor])).toEqual([
        ['look-at-health', 'deny', who.person],
        ['examine-health', 'deny', who.person],
        ['examine-health', 'deny', who.person],
      ]);
    }
    expect(examined).toBe(0);
  });

  it('is examined without keeping anybody waiting; whoever asks meanwhile joins', async () => {
    const began = api.now;
    const { body } = await api.again(leila);
    expect(body).toMatchObject({ running: { since: at(began) }, againAt: at(began + 60_000) });
    api.now += 90_000;
    expect((await api.again(leila)).body.running).toEqual({ since: at(began) });
    expect(examined).toBe(1);
    end.with(found(at(began)));
    const { running, health } = await ended();
    expect([running, health?.at]).toEqual([undefined, at(began)]);
    expect(examined).toBe(1);
  });

  it('is not examined again within a minute, and the answer says from when on it may be', async () => {
    const began = api.now;
    await api.again(leila);
    end.with(found(at(began)));
    await ended();
    api.now = began + 59_000;
    const { body } = await api.again(leila);
    expect(body).toMatchObject({ againAt: at(began + 60_000), health: { at: at(began) } });
    expect(body.running).toBeUndefined();
    expect(examined).toBe(1);
    api.now = began + 60_000;
    expect((await api.again(leila)).body.running).toEqual({ since: at(began + 60_000) });
    expect(examined).toBe(2);
    end.with(found(at(began + 60_000)));
    await ended();
  });

  it('of schools shows those where the person holds the right', async () => {
    await api.again(leila);
    end.with(found(at(api.now)));
    const { health, schools } = await ended();
    expect(health?.lines.map(({ check, school }) => [check, school])).toEqual([
      ['backup', undefined],
      ['lists', 'harrowmere'],
    ]);
    expect(schools.map(({ id }) => id)).toEqual(['harrowmere']);
  });

  it('says when an examination broke off, keeps what was found before, and lets none of its words out', async () => {
    await api.again(leila);
    const before = at(api.now);
    end.with(found(before));
    await ended();
    api.now += 60_000;
    await api.again(leila);
    end.broken();
    expect(await ended()).toMatchObject({ brokeOffAt: at(api.now), health: { at: before } });
    expect(api.lines.at(-1)).toMatchObject({ event: 'health.broke-off', code: 'TypeError' });
    expect(JSON.stringify(api.lines)).not.toContain('Ellie');
    api.now += 60_000;
    await api.again(leila);
    end.with(found(at(api.now)));
    expect((await ended()).brokeOffAt).toBeUndefined();
  });

  it('takes no request without a form’s key', async () => {
    expect(await api.again(leila, {})).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
    expect(examined).toBe(0);
  });

  it('is journalled at each look, as health and as no record', async () => {
    const before = journal().length;
    await api.look(leila);
    expect(journal().slice(before)).toMatchObject([
      { act: 'look-at-health', verb: 'read', about: 'health', actor: leila.person, subjects: [], outcome: 'shown' },
    ]);
  });

  it('is all that its administrator sees: no concern', async () => {
    const seen = await api.kernel.read(listConcerns, leila, {});
    expect(seen).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});

it('a clock that was set back keeps nobody from looking, and an ending Lantern begins nothing and logs nothing', async () => {
  let now = Date.parse('2026-12-10T08:05:00.000Z');
  const { log, lines } = recordedLog();
  let asked = 0;
  const examinations = createExaminations({
    examine: async () => {
      asked++;
      throw new Error('the store is closed');
    },
    clock: { now: () => at(now) },
    log,
  });
  const settled = () => until('an end', async () => (examinations.state().running ? undefined : true));
  examinations.begin();
  await settled();
  now -= 3_600_000;
  examinations.begin();
  examinations.stop();
  await settled();
  expect([asked, lines.length]).toEqual([2, 1]);
  now += 7_200_000;
  examinations.begin();
  expect([asked, examinations.state()]).toMatchObject([2, { brokeOffAt: expect.any(String) as HealthDesk['now'] }]);
});
