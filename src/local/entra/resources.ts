/** Graph's own application id, which it accepts as audience beside its address. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';
export const graphAudiences = ['https://graph.microsoft.com', graphAppId] as const;

/** What an application of this tenant can ask a token for. */
const resources: readonly string[] = [...graphAudiences, 'https://api.botframework.com', 'https://vault.azure.net'];

/**
 * The resource that a client-credentials scope names: `https://graph.microsoft.com/.default` gives the address.
 * Undefined for anything that is not the `.default` scope of a known resource.
 */
export function resourceOf(scope: string): string | undefined {
  const resource = /^(.+?)\/?\/\.default$/.exec(scope)?.[1];
  return resource !== undefined && resources.includes(resource) ? resource : undefined;
}
