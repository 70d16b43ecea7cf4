/** Runs pieces of work one after the other, in the order in which they came; each caller gets the result of its own. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Acts are decided one at a time within a process. Twenty reports in the same second would otherwise all be decided on the
 * same next number, and those who lose the race too often would be turned away. Between processes the commit's re-check
 * does the same work.
 */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
