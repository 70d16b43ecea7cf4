import { setTimeout as sleep } from 'node:timers/promises';
import type { FreeTimesDoor, TranscriptDoor } from '../areas/meetings/routes.ts';
import type { Config } from '../config.ts';
import { createCalendar } from '../graph/calendar.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createTranscripts } from '../graph/transcripts.ts';
import { createKeepCalendars, type LookAtCalendarsParts } from '../jobs/keep-calendars.ts';
import { createFreeTimes } from '../jobs/look-at-free-times.ts';
import { createLookAtTranscript } from '../jobs/look-at-transcript.ts';
import { createLoop, type Loop } from '../jobs/loop.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';

/** A meeting that was called or changed wakes it; this is for those that begin to differ by themselves. */
const everyMs = 60_000;
/** A call to Graph may take longer than a stop may. */
const graceMs = 15_000;

/** What calendars are held against. */
export const calendarsOf = (
  { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: schools }: Config,
  { store, clock }: Pick<Kernel, 'store' | 'clock'>,
): LookAtCalendarsParts => ({ tenant, schools, store, clock });

/** People’s calendars over Graph. */
export const calendarOf = ({ graph, patient }: Pick<OpenGraph, 'graph' | 'patient'>) =>
  createCalendar(graph, patient, systemClock);

/** When people are free, for whoever calls a meeting; none where the settings do not wish for calendars. */
export function openFreeTimes(
  config: Config,
  { read, clock }: Pick<Kernel, 'read' | 'clock'>,
  graph: Pick<OpenGraph, 'graph' | 'patient'>,
): FreeTimesDoor | undefined {
  if (config.LANTERN_CALENDAR === 'off') return undefined;
  return { look: createFreeTimes({ calendar: calendarOf(graph), read, clock }) };
}

/** What Teams wrote down of meetings, for whoever writes their minutes; none where the settings do not wish for it. */
export function openTranscripts(
  config: Config,
  { read }: Pick<Kernel, 'read'>,
  { patient }: Pick<OpenGraph, 'patient'>,
): TranscriptDoor | undefined {
  if (config.LANTERN_TRANSCRIPTS === 'off') return undefined;
  return { look: createLookAtTranscript({ transcripts: createTranscripts(patient), read }) };
}

/**
 * The worker that keeps meetings in calendars; none where the settings do not wish for it.
 * @param linkTo where a person opens what a deep link names
 */
export function openCalendars(
  config: Config,
  kernel: Kernel,
  graph: Pick<OpenGraph, 'graph' | 'patient'>,
  linkTo: (record: string, person: { readonly tenant: string; readonly person: string }) => string,
): Loop | undefined {
  if (config.LANTERN_CALENDAR === 'off') return undefined;
  const { perform, log, telemetry } = kernel;
  const keep = createKeepCalendars({
    ...calendarsOf(config, kernel),
    ...{ calendar: calendarOf(graph), perform, machine: systemClock, log },
    linkTo: (meeting, person) => linkTo(`meeting-${meeting}`, { tenant: config.LANTERN_TENANT_ID, person }),
  });
  const loop = createLoop('calendars', everyMs, keep, log, telemetry);
  return { ...loop, stop: () => Promise.race([loop.stop(), sleep(graceMs, undefined, { ref: false })]) };
}
