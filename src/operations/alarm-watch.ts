import type { Log } from '../ports/log.ts';
import type { Alarm } from './alarms.ts';

export interface AlarmWatch {
  /** @param now on a clock that nobody sets, in milliseconds */
  see(alarms: readonly Alarm[], now: number): void;
  /** Those that last. */
  standing(): readonly Alarm[];
}

const again = 60 * 60_000;

/** Says an alarm once when it begins, again each hour while it lasts, and when it is over. */
export function createAlarmWatch(log: Log, raised: (alarm: Alarm) => void = () => undefined): AlarmWatch {
  const since = new Map<Alarm, { readonly began: number; said: number }>();
  const minutes = (ms: number) => Math.round(ms / 60_000);
  return {
    see(alarms, now) {
      for (const [alarm, { began }] of since)
        if (!alarms.includes(alarm)) {
          since.delete(alarm);
          log.info('alarm.over', { code: alarm, minutes: minutes(now - began) });
        }
      for (const alarm of alarms) {
        const known = since.get(alarm);
        if (known && now - known.said < again) continue;
        since.set(alarm, { began: known?.began ?? now, said: now });
        log.error('alarm', { code: alarm, minutes: known ? minutes(now - known.began) : 0 });
        raised(alarm);
      }
    },
    standing: () => [...since.keys()],
  };
}
