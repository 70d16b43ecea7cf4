import type { Log, LogFields } from '../../src/ports/log.ts';

export interface LogLine extends LogFields {
  readonly level: string;
  readonly event: string;
}

/** A log whose lines a test can read. */
export function recordedLog(): { readonly log: Log; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: string) => (event: string, fields?: LogFields) => {
    lines.push({ level, event, ...fields });
  };
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error'), security: at('security') } };
}
