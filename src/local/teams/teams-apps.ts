import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { demo } from '../cast.ts';
import { stableGuid } from '../stable-guid.ts';

/** An app of the tenant's catalogue. */
export interface TeamsApp {
  /** Which the catalogue gave it. */
  readonly id: string;
  /** The one of its manifest. */
  readonly externalId: string;
  readonly displayName: string;
  readonly version: string;
  /** The application registered in Entra that its manifest names; nobody else sends notifications for it. */
  readonly entraAppId: string;
}

export const lanternApp: TeamsApp = {
  id: stableGuid(`teams app ${demo.teamsAppId}`),
  externalId: demo.teamsAppId,
  displayName: 'Lantern',
  version: '0.1.0',
  entraAppId: demo.apiAppId,
};

/** Somebody else's app, so that a look-up has something to leave out. */
const otherApp: TeamsApp = {
  id: stableGuid('teams app registers'),
  externalId: stableGuid('teams app registers manifest'),
  displayName: 'Registers',
  version: '3.2.0',
  entraAppId: stableGuid('application registers'),
};

export const catalogue: readonly TeamsApp[] = [lanternApp, otherApp];

const packageSchema = z.looseObject({
  activities: z
    .looseObject({ activityTypes: z.array(z.looseObject({ type: z.string(), templateText: z.string() })).default([]) })
    .prefault({}),
  authorization: z
    .looseObject({
      permissions: z
        .looseObject({ resourceSpecific: z.array(z.looseObject({ name: z.string(), type: z.string() })).default([]) })
        .prefault({}),
    })
    .prefault({}),
});

/** What Lantern's package declares, as far as Graph looks at it. */
export interface DeclaredByPackage {
  readonly activityTypes: readonly { readonly type: string; readonly templateText: string }[];
  readonly resourceSpecific: readonly string[];
}

/** Reads a manifest's declarations. @param manifest parsed JSON; Lantern's own package when absent */
export function declaredByPackage(manifest?: unknown): DeclaredByPackage {
  const file = new URL('../../../appPackage/manifest.json', import.meta.url);
  const { activities, authorization } = packageSchema.parse(manifest ?? JSON.parse(readFileSync(file, 'utf8')));
  return {
    activityTypes: activities.activityTypes,
    resourceSpecific: authorization.permissions.resourceSpecific
      .filter(({ type }) => type === 'Application')
      .map(({ name }) => name),
  };
}
