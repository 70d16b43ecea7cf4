import { useEffect, useState } from 'react';

export interface Resting {
  /** The moment of the answer. */
  readonly now: string;
  /** Before then nothing new begins. */
  readonly againAt?: string;
}

/**
 * Seconds until something may begin again, counted on the device from the moment of the answer.
 * @param cameAt when the answer came, in milliseconds of the device's clock
 */
export function useSecondsLeft({ againAt, now }: Resting, cameAt: number): number {
  const [device, setDevice] = useState(cameAt);
  const endsAt = againAt === undefined ? 0 : cameAt + Date.parse(againAt) - Date.parse(now);
  useEffect(() => {
    const tick = () => setDevice(Date.now());
    tick();
    if (endsAt <= Date.now()) return undefined;
    const timer = setInterval(() => {
      tick();
      if (Date.now() >= endsAt) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [endsAt]);
  return Math.max(0, Math.ceil((endsAt - Math.max(device, cameAt)) / 1_000));
}
