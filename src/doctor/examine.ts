import type { HealthCheck, HealthLine } from '../areas/settings/contract.ts';
import { healthCheck } from '../areas/settings/fields.ts';
import { calendarChecks } from './calendar-checks.ts';
import type { Check } from './check.ts';
import { dataChecks } from './data-checks.ts';
import type { Facts } from './facts.ts';
import { machineChecks } from './machine-checks.ts';
import { roleChecks } from './role-checks.ts';
import { schoolChecks } from './school-checks.ts';
import { sharepointChecks } from './sharepoint-checks.ts';
import { tenantChecks } from './tenant-checks.ts';

/** The closed list: the type has a place for each check and for no other. */
export const allChecks: Readonly<Record<HealthCheck, Check>> = {
  ...machineChecks,
  ...dataChecks,
  ...tenantChecks,
  ...roleChecks,
  ...calendarChecks,
  ...sharepointChecks,
  ...schoolChecks,
};

/** Judges everything that was gathered, in the order of the list. Pure. */
export function examine(
  facts: Facts,
  checks: Readonly<Partial<Record<HealthCheck, Check>>> = allChecks,
): readonly HealthLine[] {
  const ids = Object.keys(healthCheck) as HealthCheck[];
  return ids.flatMap((check) => (checks[check]?.(facts) ?? []).map((found) => ({ check, ...found })));
}
