/** What an app may spend in one tenant, in SharePoint's resource units. */
export interface Ceiling {
  readonly aMinute: number;
  readonly aDay: number;
}

/**
 * By the licences of the tenant (Microsoft, “Avoid getting throttled or blocked in SharePoint Online”, limits for an
 * application in a tenant; page of October 2025).
 * https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
const ceilings: readonly (Ceiling & { readonly upTo: number })[] = [
  { upTo: 1_000, aMinute: 1_250, aDay: 1_200_000 },
  { upTo: 5_000, aMinute: 2_500, aDay: 2_400_000 },
  { upTo: 15_000, aMinute: 3_750, aDay: 3_600_000 },
  { upTo: 50_000, aMinute: 5_000, aDay: 4_800_000 },
];
const highest: Ceiling = { aMinute: 6_250, aDay: 6_000_000 };

/** @param licences how many the tenant has */
export const ceilingFor = (licences: number): Ceiling => ceilings.find(({ upTo }) => licences <= upTo) ?? highest;
