/** Somebody whose calls end with them: what they would have heard or said after their death never comes. */
export interface Mortal {
  readonly dead: boolean;
  /** Dies at the so manieth moment from now at which it waits for anything. */
  dieAfter(awaits: number): void;
  /** A part as this one uses it. */
  use<T extends object>(part: T): T;
}

const never = new Promise<never>(() => undefined);

/** @param died is told, once */
export function mortal(died: () => void): Mortal {
  let left = Infinity;
  let dead = false;
  const survives = () => {
    if (!dead && --left <= 0) {
      dead = true;
      died();
    }
    return !dead;
  };
  const living =
    (call: (...args: unknown[]) => unknown) =>
    async (...args: unknown[]): Promise<unknown> => {
      if (!survives()) return never;
      try {
        const end = await call(...args);
        return survives() ? end : await never;
      } catch (error) {
        if (!survives()) return never;
        throw error;
      }
    };
  return {
    get dead() {
      return dead;
    },
    dieAfter: (awaits) => void (left = awaits),
    use: <T extends object>(part: T) =>
      Object.fromEntries(
        Object.entries(part).map(([name, call]) => [name, living(call as (...args: unknown[]) => unknown)]),
      ) as T,
  };
}
