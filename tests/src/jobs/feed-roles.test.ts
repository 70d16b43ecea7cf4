import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { rolesIdentity } from '../../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { listConcerns } from '../../../src/areas/concerns/views.ts';
import { confirmRole } from '../../../src/areas/roles/confirm-role.ts';
import { endFedRole } from '../../../src/areas/roles/end-fed-role.ts';
import { endRole } from '../../../src/areas/roles/end-role.ts';
import type { RoleGroup } from '../../../src/areas/roles/feed.ts';
import { giveFedRole } from '../../../src/areas/roles/give-fed-role.ts';
import { giveRole } from '../../../src/areas/roles/give-role.ts';
import { listRoles } from '../../../src/areas/roles/views.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { createGroups } from '../../../src/graph/groups.ts';
import { retryReads } from '../../../src/graph/retry-reads.ts';
import { createFeedRoles } from '../../../src/jobs/feed-roles.ts';
import { demo } from '../../../src/local/cast.ts';
import { groupIds } from '../../../src/local/directory/directory-data.ts';
import { localTransport } from '../../../src/local/transport.ts';
import type { Graph } from '../../../src/ports/graph.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { aTenant, type TestTenant } from '../../local/a-tenant.ts';
import { newForm, people, school, startKernel, tenant as tenantId, type Kernel } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, priya, tom, kayleigh, zoe } = people;
const teaching = (role: GrantedRole): RoleGroup => ({ group: groupIds.teaching, school, role });

let tenant: TestTenant;
let kernel: Kernel;
beforeEach(async () => {
  tenant = await aTenant();
  kernel = await startKernel();
  onTestFinished(() => kernel.close());
});

function graphAs(...roles: readonly string[]): Graph {
  const token = async () => tenant.core.graphToken(demo.apiAppId, roles);
  const budget = createBudget({ licences: 100_000, clock: systemClock });
  const graph = createGraph({ ...{ token, budget, userAgent: 'tests' }, transport: localTransport(tenant.origin) });
  return retryReads(graph, { clock: systemClock, sleep: async () => undefined });
}

/** The worker as it runs, on the local tenant's Graph over HTTP. */
function feeder(roleGroups: readonly RoleGroup[], graph = graphAs('GroupMember.Read.All')) {
  const { log, lines } = recordedLog();
  const { store, clock, perform } = kernel;
  const groups = createGroups(graph);
  const turn = createFeedRoles({
    ...{ tenant: tenantId, roleGroups, schools: [{ id: school }], groups, store, clock, perform, log },
  });
  return { turn, lines };
}

/** Somebody is put into a group in Entra, or taken out. */
async function inGroup(who: Identity, present: boolean, group: string = groupIds.teaching): Promise<void> {
  const answer = await fetch(`${tenant.origin}/local/memberships`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ group, member: who.person, present }),
  });
  expect(answer.status).toBe(204);
}

async function roles(to = priya) {
  const page = await kernel.read(listRoles, to, {});
  return page.ok ? page.answer.answer.items : [];
}
const heldBy = async ({ name }: Identity, to = priya) =>
  (await roles(to)).filter((item) => item.name === name && item.standing !== 'over').map(({ role }) => role);
const acts = () =>
  [...kernel.journalEntries(tenantId)]
    .filter(({ actor, outcome }) => actor === 'lantern-roles' && outcome === 'done')
    .map(({ act, verb, subjects }) => [act, verb, subjects.length]);
const refusals = () =>
  [...kernel.journalEntries(tenantId)].filter(({ actor, verb }) => actor === 'lantern-roles' && verb === 'deny');

async function end(who: Identity, role: GrantedRole): Promise<string> {
  const found = (await roles()).findLast((item) => item.name === who.name && item.role === role);
  const result = await kernel.perform(endRole, priya, { role: found?.id ?? '', rev: found?.rev ?? 0 }, newForm());
  return result.ok ? 'done' : result.problem.code;
}

describe('a group in Entra', () => {
  it('gives its people a role, each by an act that is journalled, once, and marks it as its own', async () => {
    const { turn } = feeder([teaching('attendance-lead')]);
    expect(await turn()).toBe(2);
    expect(await turn()).toBe(0);
    expect([await heldBy(daniel), await heldBy(zoe)]).toEqual([['attendance-lead'], ['attendance-lead']]);
    expect(acts()).toEqual([1, 2].map(() => ['give-fed-role', 'permission-change', 1]));
    const fed = (await roles()).find(({ name }) => name === zoe.name);
    expect(fed).toMatchObject({ fed: true, mayEnd: true, givenByName: 'Lantern (Entra groups)' });
    // Ines is in the group, and on no staff list of this school.
    expect(JSON.stringify(await roles())).not.toContain('Ines');
  });

  it('takes it from whoever has left, and gives it again to whoever came back', async () => {
    const { turn } = feeder([teaching('attendance-lead')]);
    await turn();
    await inGroup(zoe, false);
    expect(await turn()).toBe(1);
    expect([await heldBy(daniel), await heldBy(zoe)]).toEqual([['attendance-lead'], []]);
    expect(acts().at(-1)).toEqual(['end-fed-role', 'permission-change', 1]);
    await inGroup(zoe, true);
    expect(await turn()).toBe(1);
    expect(await heldBy(zoe)).toEqual(['attendance-lead']);
    expect(refusals()).toEqual([]);
  });

  it('reaches people through groups in groups, and page by page', async () => {
    const graph = graphAs('GroupMember.Read.All');
    const asked: string[] = [];
    const small: Graph = {
      call(request) {
        asked.push(request.path);
        return graph.call({ ...request, path: request.path.replace('$top=999', '$top=2') });
      },
    };
    await feeder([{ group: groupIds.trustStaff, school, role: 'online-safety-lead' }], small).turn();
    for (const who of [daniel, priya, tom, kayleigh, zoe])
      expect(await heldBy(who), who.name).toContain('online-safety-lead');
    expect(asked.length).toBeGreaterThan(4);
  });

  it('makes nobody a lead by itself: the role waits for a second person, and works when one has confirmed it', async () => {
    const sees = async (who: Identity) => (await kernel.read(listConcerns, who, {})).ok;
    for (const role of ['dsl', 'deputy'] as const) {
      await feeder([teaching(role)]).turn();
      const waiting = (await roles()).filter((item) => item.fed && item.role === role);
      expect(waiting.map(({ standing }) => standing)).toEqual(['waits', 'waits']);
      expect(await sees(zoe)).toBe(false);
    }
    const item = (await roles()).find(({ name, role }) => name === zoe.name && role === 'deputy');
    const confirm = { role: item?.id ?? '', rev: item?.rev ?? 0 };
    expect(await kernel.perform(confirmRole, zoe, confirm, newForm())).toMatchObject({ ok: false });
    expect(await kernel.perform(confirmRole, tom, confirm, newForm())).toMatchObject({ ok: true });
    expect(await sees(zoe)).toBe(true);
  });

  it('leaves alone what a person gave, and gives nothing again that a person ended', async () => {
    const { turn } = feeder([teaching('attendance-lead')]);
    const given = { schools: [school], person: zoe.person, role: 'attendance-lead' as const };
    expect(await kernel.perform(giveRole, priya, given, newForm())).toMatchObject({ ok: true });
    expect(await turn()).toBe(1);
    await inGroup(zoe, false);
    expect(await turn()).toBe(0);
    expect(await heldBy(zoe)).toEqual(['attendance-lead']);
    expect(await end(daniel, 'attendance-lead')).toBe('done');
    expect(await turn()).toBe(0);
    await inGroup(daniel, false);
    await turn();
    await inGroup(daniel, true);
    expect(await turn()).toBe(0);
    expect(await heldBy(daniel)).toEqual([]);
    // A person may.
    expect(await kernel.perform(giveRole, priya, { ...given, person: daniel.person }, newForm())).toMatchObject({
      ok: true,
    });
    expect(await heldBy(daniel)).toEqual(['attendance-lead']);
  });

  it('does not take the school its last lead', async () => {
    const { turn } = feeder([teaching('dsl')]);
    await turn();
    const item = (await roles()).find(({ name, fed }) => name === zoe.name && fed);
    const confirm = { role: item?.id ?? '', rev: item?.rev ?? 0 };
    expect(await kernel.perform(confirmRole, tom, confirm, newForm())).toMatchObject({ ok: true });
    expect(await end(priya, 'dsl')).toBe('done');
    await inGroup(zoe, false);
    await inGroup(daniel, false);
    // Daniel's waits, so it can go; Zoe's is the only one.
    expect(await turn()).toBe(1);
    expect(await turn()).toBe(0);
    expect(await heldBy(zoe, tom)).toEqual(['dsl']);
    expect(refusals()).toEqual([]);
  });

  it.each([
    ['that Lantern may not read', 'not-allowed', ['Sites.Selected'], groupIds.teaching],
    ['that is not there', 'no-group', ['GroupMember.Read.All'], '6b1c7a1e-9999-4999-8999-000000000001'],
  ])('%s changes nothing, and the log says so once', async (_, code, granted, group) => {
    await feeder([teaching('attendance-lead')]).turn();
    const { turn, lines } = feeder([{ ...teaching('attendance-lead'), group }], graphAs(...granted));
    expect([await turn(), await turn()]).toEqual([0, 0]);
    expect(await heldBy(zoe)).toEqual(['attendance-lead']);
    expect(lines.filter(({ event }) => event === 'roles.group-not-read')).toMatchObject([{ group, code }]);
  });

  it('is asked again when Graph is busy, and changes nothing when it stays so', async () => {
    const { turn } = feeder([teaching('attendance-lead')]);
    tenant.core.faults.set({ kind: 'throttle', count: 2 });
    expect(await turn()).toBe(2);
    await inGroup(zoe, false);
    tenant.core.faults.set({ kind: 'throttle' });
    expect(await turn()).toBe(0);
    expect(await heldBy(zoe)).toEqual(['attendance-lead']);
  });
});

describe('the acts of the feed', () => {
  const feed = rolesIdentity(tenantId);
  const gift = { group: groupIds.teaching, school, role: 'attendance-lead', person: zoe.person };

  it('are nobody else’s', async () => {
    for (const who of [priya, tom, zoe]) {
      expect(await kernel.perform(giveFedRole, who, gift, newForm())).toMatchObject({ problem: { code: 'not-found' } });
      const ending = { school, role: (await roles())[0]?.id ?? '', rev: 1 };
      expect(await kernel.perform(endFedRole, who, ending, newForm())).toMatchObject({ ok: false });
    }
  });

  it('end nothing that a person gave, and give nothing to whom the staff list does not have', async () => {
    for (const { id, rev, school: at } of await roles())
      expect(await kernel.perform(endFedRole, feed, { school: at, role: id, rev }, newForm())).toMatchObject({
        problem: { code: 'not-found' },
      });
    const stranger = { ...gift, person: people.stranger.person };
    expect(await kernel.perform(giveFedRole, feed, stranger, newForm())).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
  });

  it('are done once by two instances that see the same at once', async () => {
    const [one, two] = [feeder([teaching('attendance-lead')]), feeder([teaching('attendance-lead')])];
    await Promise.all([one.turn(), two.turn()]);
    expect((await roles()).filter(({ fed }) => fed)).toHaveLength(2);
    expect(refusals()).toEqual([]);
  });
});
