import { noContent } from '../graph/answer.ts';
import { onlyOptions } from '../graph/known-options.ts';
import type { TenantHandler } from '../tenant-route.ts';
import { installationId, recipientOf } from './installed-apps.ts';
import { notificationSchema, type NotificationRequest } from './notification.ts';
import { lanternApp, type DeclaredByPackage } from './teams-apps.ts';
import { teamsBadRequest, teamsForbidden } from './teams-fault.ts';

const shownOfPreview = 150;

function checkTopic({ source, value, webUrl }: NotificationRequest['topic'], user: string): void {
  if (source === 'text') {
    if (webUrl === undefined) throw teamsBadRequest("'topic.webUrl' is required when 'topic.source' is 'text'.");
    if (!webUrl.startsWith('https://teams.microsoft.com/l/'))
      throw teamsBadRequest("'topic.webUrl' must be a deep link of Microsoft Teams.");
    return;
  }
  const root = 'https://graph.microsoft.com/v1.0';
  const known = [
    `${root}/users/${user}/teamwork/installedApps/${installationId(user, lanternApp.id)}`,
    `${root}/appCatalogs/teamsApps/${lanternApp.id}`,
  ];
  if (!known.includes(decodeURIComponent(value)))
    throw teamsBadRequest(`'topic.value' is no installation or catalogue app that this is about: ${value}`);
}

/** Fills a template in. @throws GraphFault 400 for a type that the package does not declare and for a parameter left out */
function textOf(
  { activityType, templateParameters }: NotificationRequest,
  { activityTypes }: DeclaredByPackage,
): string {
  const given = new Map(templateParameters.map(({ name, value }) => [name, value]));
  if (given.has('actor')) throw teamsBadRequest("The template parameter 'actor' is reserved.");
  const template =
    activityType === 'systemDefault'
      ? '{systemDefaultText}'
      : activityTypes.find(({ type }) => type === activityType)?.templateText;
  if (template === undefined)
    throw teamsBadRequest(`The activity type '${activityType}' is not declared in the manifest of the Teams app.`);
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'actor' ? lanternApp.displayName : given.get(name);
    if (value === undefined) throw teamsBadRequest(`The template parameter '${name}' is missing.`);
    return value;
  });
}

/**
 * `POST /users/{id}/teamwork/sendActivityNotification`:
 * https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification, graph/teams-send-activityfeednotifications
 */
export const sendActivityNotification: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const person = recipientOf(call, tenant);
  const parsed = notificationSchema.safeParse(call.body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw teamsBadRequest(
      `The notification cannot be read, or this part of it is not modelled: ${issue?.path.join('.') ?? ''}`,
    );
  }
  const { topic, activityType, previewText, chainId } = parsed.data;
  if (call.caller.appId !== lanternApp.entraAppId || !tenant.installs.has(person.id, lanternApp.id))
    throw teamsForbidden(
      `Application with AAD App Id '${call.caller.appId}' is not authorized to generate custom text notifications about '${topic.value}' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`,
    );
  checkTopic(topic, person.id);
  const text = textOf(parsed.data, tenant.teamsApps);
  tenant.notifications.keep({
    at: call.at,
    app: call.caller.appId,
    user: { id: person.id, name: person.displayName },
    activityType,
    text,
    preview: previewText.content.slice(0, shownOfPreview),
    topic,
    ...(chainId !== undefined && { chainId }),
  });
  return noContent;
};
