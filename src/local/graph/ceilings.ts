/** What SharePoint lets be spent, in resource units. */
export interface Ceilings {
  /** One application, each minute. */
  readonly appMinute: number;
  /** One application, each 24 hours. */
  readonly appDay: number;
  /** All applications of the tenant together, each five minutes. */
  readonly tenantFiveMinutes: number;
}

/**
 * By the licences that the tenant holds.
 * https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
const table: readonly (Ceilings & { readonly licences: number })[] = [
  { licences: 1_000, appMinute: 1_250, appDay: 1_200_000, tenantFiveMinutes: 18_750 },
  { licences: 5_000, appMinute: 2_500, appDay: 2_400_000, tenantFiveMinutes: 37_500 },
  { licences: 15_000, appMinute: 3_750, appDay: 3_600_000, tenantFiveMinutes: 56_250 },
  { licences: 50_000, appMinute: 5_000, appDay: 4_800_000, tenantFiveMinutes: 75_000 },
  { licences: Infinity, appMinute: 6_250, appDay: 6_000_000, tenantFiveMinutes: 93_750 },
];

/** The ceilings of a tenant with so many licences. */
export function ceilingsFor(licences: number): Ceilings {
  const row = table.find((entry) => licences <= entry.licences);
  if (!row) throw new RangeError(`not a number of licences: ${licences}`);
  return row;
}
