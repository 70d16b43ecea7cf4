import type { Facts } from './facts.ts';
import { certificateDays, longestUnfiledSeconds } from './limits.ts';

const minutes = 60;
const hours = 60 * minutes;
const days = 24 * hours;

const over = (seconds: number | null, most: number): boolean => seconds !== null && seconds > most;

/** When each alarm is raised. The list is closed: whoever watches the log knows every code there is. */
const conditions = {
  /** An act was committed a quarter of an hour ago and is not in SharePoint. */
  'act-unfiled': ({ filing }) => over(filing.oldestSeconds, longestUnfiledSeconds),
  /** The acts on one record go no further until a person looks. */
  'lane-stopped': ({ filing }) => filing.stopped > 0,
  /** What was added to the journal does not follow from what stood there. */
  'chain-not-verified': ({ journal }) => journal.intact === false,
  /** The lists in SharePoint could not be read for longer than three intervals. */
  'sync-late': ({ sync }) => sync.late,
  'certificate-expiring': ({ certificates: { daysLeft } }) => daysLeft !== null && daysLeft < certificateDays,
  /** None in two days, or none at all. */
  'backup-old': ({ backup: { here, seconds } }) => here && (seconds === null || seconds > 2 * days),
  /** Less than a gigabyte is free. */
  'disk-nearly-full': ({ disk: { freeMegabytes } }) => freeMegabytes !== null && freeMegabytes < 1_024,
  /** A message has been tried for a quarter of an hour: somebody is not told. */
  'message-undeliverable': ({ messages }) => over(messages.oldestTriedSeconds, 15 * minutes),
} as const satisfies Readonly<Record<string, (facts: Facts) => boolean>>;

export type Alarm = keyof typeof conditions;

/** The alarms that the facts give reason for, in a fixed order. */
export const alarmsIn = (facts: Facts): readonly Alarm[] =>
  (Object.keys(conditions) as Alarm[]).filter((alarm) => conditions[alarm](facts));
