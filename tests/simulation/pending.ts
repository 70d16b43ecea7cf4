/** What waits for its moment: a call on its way, an answer on its way back. Nothing happens by itself; whoever leads the run picks. */
export interface Pending {
  /** Waits until it is picked, or until so many seconds have passed. */
  turn(what: string, seconds?: number): Promise<void>;
  readonly size: number;
  /** How many of those can be picked now. */
  readonly ready: number;
  /** Lets the n-th of those that wait happen; counted round. */
  pick(n: number): void;
  /** Lets all happen whose time is over. */
  pass(): void;
}

interface Waiting {
  readonly what: string;
  readonly until: number | undefined;
  happen(): void;
}

/** @param seconds the run's clock @param note writes what happens into the history */
export function createPending(seconds: () => number, note: (event: string) => void): Pending {
  let waiting: Waiting[] = [];
  function happen(one: Waiting): void {
    waiting = waiting.filter((other) => other !== one);
    note(one.what);
    one.happen();
  }
  const ready = () => waiting.filter(({ until }) => until === undefined || until <= seconds());
  return {
    turn: (what, after) =>
      new Promise((resolve) =>
        waiting.push({ what, until: after === undefined ? undefined : seconds() + after, happen: () => resolve() }),
      ),
    get size() {
      return waiting.length;
    },
    get ready() {
      return ready().length;
    },
    pick(n) {
      const pickable = ready();
      const one = pickable[n % pickable.length];
      if (one) happen(one);
    },
    pass() {
      for (const one of ready()) if (one.until !== undefined) happen(one);
    },
  };
}
