import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { GraphFault } from '../graph/graph-fault.ts';
import { propertyInvalid } from './outlook-fault.ts';

/** Windows' names of the zones that a school in England meets; Graph takes IANA's names as well. */
const windowsZones: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'tzone://Microsoft/Utc': 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Eastern Standard Time': 'America/New_York',
};

/**
 * The IANA zone of a name that a caller gave. https://learn.microsoft.com/graph/api/resources/datetimetimezone
 * @throws GraphFault 400 for a name that is not known
 */
export function zoneOf(name: string): string {
  const zone = windowsZones[name] ?? name;
  if (!IANAZone.isValidZone(zone))
    throw new GraphFault(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    );
  return zone;
}

export const wallTimeSchema = z.strictObject({ dateTime: z.string(), timeZone: z.string().min(1) });
/** A wall-clock time and the zone it is read in. */
export type WallTime = z.output<typeof wallTimeSchema>;

/** The moment it names, in milliseconds. @throws GraphFault 400 for a time or a zone that is none */
export function momentOf({ dateTime, timeZone }: WallTime): number {
  const moment = DateTime.fromISO(dateTime.replace(/(\.\d{3})\d+/, '$1'), { zone: zoneOf(timeZone) });
  if (!/^\d{4}-\d\d-\d\dT/.test(dateTime) || !moment.isValid)
    throw propertyInvalid(`The value '${dateTime}' is not a valid date and time.`);
  return moment.toMillis();
}

/** The moment as Outlook writes it: seven decimals, no offset, in the zone asked for. */
export const wallTimeAt = (moment: number, timeZone: string): WallTime => ({
  dateTime: DateTime.fromMillis(moment, { zone: zoneOf(timeZone) }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'0000'"),
  timeZone,
});
