const tickMs = 10_000;

/** The school's time. It follows the server, because a phone's clock may be wrong and the demonstration keeps its own day. */
export interface SchoolClock {
  /** Milliseconds since 1970, in steps of ten seconds so that screens rest in between. */
  now(): number;
  /** The school's time at a moment of the device's clock; both in milliseconds. */
  at(device: number): number;
  /** Takes the server's time, an ISO instant; anything else is ignored. */
  heard(instant: string): void;
  /** @returns a function that ends the subscription */
  subscribe(changed: () => void): () => void;
}

/** @param device the device's own clock in milliseconds, used until the server has spoken */
export function createSchoolClock(device: () => number = Date.now): SchoolClock {
  let ahead = 0;
  const listeners = new Set<() => void>();
  return {
    now: () => Math.floor((device() + ahead) / tickMs) * tickMs,
    at: (moment) => moment + ahead,
    heard(instant) {
      const time = Date.parse(instant);
      if (Number.isNaN(time)) return;
      ahead = time - device();
      for (const changed of listeners) changed();
    },
    subscribe(changed) {
      listeners.add(changed);
      const timer = setInterval(changed, tickMs);
      return () => {
        listeners.delete(changed);
        clearInterval(timer);
      };
    },
  };
}
