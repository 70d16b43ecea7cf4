import type { Answer } from '../graph/answer.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import { zoneOf } from './time-zone.ts';

/** How a caller wants events shown, by its header `Prefer`. */
export interface Preference {
  /** The zone of all times; UTC when none is asked for. */
  readonly timeZone: string;
  /** Bodies come as HTML, however they were written, unless text is asked for. */
  readonly bodyType: 'html' | 'text';
  /** Says what was heeded. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads `Prefer: outlook.timezone="…"` and `outlook.body-content-type="…"`: https://learn.microsoft.com/graph/api/user-list-calendarview
 * @throws GraphFault 400 for a zone that nobody knows
 */
export function preferenceOf(call: Pick<TenantCall, 'header'>): Preference {
  const prefer = call.header('prefer') ?? '';
  const timeZone = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer)?.[1];
  const bodyType = /outlook\.body-content-type\s*=\s*"(html|text)"/i.exec(prefer)?.[1]?.toLowerCase();
  if (timeZone !== undefined) zoneOf(timeZone);
  const applied = [
    ...(timeZone === undefined ? [] : [`outlook.timezone="${timeZone}"`]),
    ...(bodyType === undefined ? [] : [`outlook.body-content-type="${bodyType}"`]),
  ];
  return {
    timeZone: timeZone ?? 'UTC',
    bodyType: bodyType === 'text' ? 'text' : 'html',
    headers: applied.length === 0 ? {} : { 'preference-applied': applied.join(', ') },
  };
}

export const withPreference = ({ headers }: Preference, answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});
