import { expect, it } from 'vitest';
import { castMember, demo } from '../../../src/local/cast.ts';
import { lanternApp } from '../../../src/local/teams/teams-apps.ts';
import { aTenant, type TestTenant } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const priya = castMember('priya');
/** Nobody has installed Lantern for her. */
const margaret = castMember('margaret');
const activityTypes = [
  { type: 'recordWaits', description: 'A record waits', templateText: '{actor}: {count} records wait' },
];
const declared = { activities: { activityTypes } };
const consented = {
  ...declared,
  authorization: { permissions: { resourceSpecific: [{ name: 'TeamsActivity.Send.User', type: 'Application' }] } },
};
const catalogTopic = {
  source: 'entityUrl',
  value: `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${lanternApp.id}`,
};
const notice = (more: object = {}) => ({
  topic: catalogTopic,
  activityType: 'recordWaits',
  previewText: { content: 'A safeguarding record needs your attention' },
  templateParameters: [{ name: 'count', value: 'Two' }],
  ...more,
});

const notify = (tenant: TestTenant, body: unknown, who: { id: string } = priya, roles = ['TeamsActivity.Send']) =>
  asApp(tenant, ...roles)('POST', `/users/${who.id}/teamwork/sendActivityNotification`, { body });
const kept = async ({ origin }: TestTenant) =>
  ((await (await fetch(`${origin}/local/notifications`)).json()) as { entries: readonly Record<string, unknown>[] })
    .entries;

it('puts a notification into the feed of somebody who has the app, in the words of its package', async () => {
  const tenant = await aTenant({ manifest: declared });
  const sent = await notify(tenant, notice({ chainId: 7, previewText: { content: 'x'.repeat(200) } }));
  expect([sent.status, sent.body]).toEqual([204, {}]);
  expect(await kept(tenant)).toEqual([
    {
      n: 1,
      at: expect.any(String),
      app: demo.apiAppId,
      user: { id: priya.id, name: 'Priya Raman' },
      activityType: 'recordWaits',
      text: 'Lantern: Two records wait',
      preview: 'x'.repeat(150),
      topic: catalogTopic,
      chainId: 7,
    },
  ]);
});

it('takes the installation as topic, as its list shows it, and a text with a deep link', async () => {
  const tenant = await aTenant({ manifest: declared });
  const list = await asApp(tenant, 'TeamsAppInstallation.ReadForUser.All')(
    'GET',
    `/users/${priya.id}/teamwork/installedApps?$filter=teamsApp/externalId eq '${demo.teamsAppId}'`,
  );
  const value = `https://graph.microsoft.com/v1.0/users/${priya.id}/teamwork/installedApps/${list.body.value[0]!.id}`;
  expect((await notify(tenant, notice({ topic: { source: 'entityUrl', value } }))).status).toBe(204);
  const webUrl = 'https://teams.microsoft.com/l/entity/app/desk';
  expect((await notify(tenant, notice({ topic: { source: 'text', value: 'Records', webUrl } }))).status).toBe(204);
});

it('knows systemDefault without a declaration', async () => {
  const tenant = await aTenant({ manifest: {} });
  const templateParameters = [{ name: 'systemDefaultText', value: 'A record waits' }];
  expect((await notify(tenant, notice({ activityType: 'systemDefault', templateParameters }))).status).toBe(204);
  expect((await kept(tenant))[0]).toMatchObject({ text: 'A record waits' });
});

it.each([
  ['a type that the package does not declare', { activityType: 'concernRaised' }],
  ['a parameter left out', { templateParameters: [] }],
  [
    'a parameter that is reserved',
    {
      templateParameters: [
        { name: 'count', value: '1' },
        { name: 'actor', value: 'Eve' },
      ],
    },
  ],
  ['a text without a link', { topic: { source: 'text', value: 'Records' } }],
  [
    'a link that leads out of Teams',
    { topic: { source: 'text', value: 'Records', webUrl: 'https://lantern.example/' } },
  ],
  [
    'a topic that is something else',
    { topic: { source: 'entityUrl', value: 'https://graph.microsoft.com/v1.0/users/x' } },
  ],
  ['no preview', { previewText: undefined }],
  ['another recipient than the path', { recipient: { userId: margaret.id } }],
])('refuses %s, and sends nothing', async (_, more) => {
  const tenant = await aTenant({ manifest: declared });
  const refused = await notify(tenant, notice(more));
  expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
  expect(await kept(tenant)).toEqual([]);
});

it("reads Lantern's own package, which declares no type yet", async () => {
  const refused = await notify(await aTenant(), notice());
  expect([refused.status, refused.body.error.message]).toEqual([400, expect.stringContaining('not declared')]);
});

it('reaches nobody without the app, until it is installed for them', async () => {
  const tenant = await aTenant({ manifest: declared });
  const refused = await notify(tenant, notice(), margaret);
  expect([refused.status, refused.body.error.message]).toEqual([
    403,
    expect.stringContaining('is installed in the target scope'),
  ]);
  await asApp(tenant, 'TeamsAppInstallation.ReadWriteSelfForUser.All')(
    'POST',
    `/users/${margaret.id}/teamwork/installedApps`,
    {
      body: { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${lanternApp.id}` },
    },
  );
  expect((await notify(tenant, notice(), margaret)).status).toBe(204);
  expect((await notify(tenant, notice(), { id: 'nobody@kestrelvale.example' })).status).toBe(404);
});

it('lets an application send by consent of the installation, if its package asks for that', async () => {
  const asking = await aTenant({ manifest: consented });
  expect((await notify(asking, notice(), priya, [])).status).toBe(204);
  expect((await notify(asking, notice(), margaret, [])).status).toBe(403);
  const refused = await notify(await aTenant({ manifest: declared }), notice(), priya, ['Sites.Selected']);
  expect([refused.status, refused.body.error.code]).toEqual([403, 'Forbidden']);
  expect(refused.body.error.message).toContain("API requires one of 'TeamsActivity.Send, TeamsActivity.Send.User'");
});

it('lets no other application send for the app', async () => {
  const tenant = await aTenant({ manifest: declared });
  const token = tenant.core.graphToken(demo.provisionAppId, ['TeamsActivity.Send']);
  const path = `/users/${priya.id}/teamwork/sendActivityNotification`;
  expect((await tenant.graph('POST', path, { token, body: notice() })).status).toBe(403);
});
