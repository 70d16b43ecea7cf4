/** What was spent lately, in steps of time: a spending counts for the whole window after the end of its step, never shorter. */
export interface Spending {
  add(units: number, now: number): void;
  /** Milliseconds until so many units fit under the ceiling; 0 when they do now. */
  wait(units: number, now: number): number;
}

/**
 * @param most units in any window
 * @param windowMs its length
 * @param stepMs how finely it is counted; a day is not kept call by call
 */
export function createSpending(most: number, windowMs: number, stepMs: number): Spending {
  const steps: { at: number; units: number }[] = [];
  let spent = 0;
  const freeAt = (step: { readonly at: number }) => (step.at + 1) * stepMs + windowMs;

  function forget(now: number): void {
    const current = Math.floor(now / stepMs);
    // A machine's clock may be set back; what was spent must not then count for longer than the window.
    if ((steps.at(-1)?.at ?? 0) > current) for (const step of steps) step.at = Math.min(step.at, current);
    const kept = steps.findIndex((step) => freeAt(step) > now);
    for (const step of steps.splice(0, kept < 0 ? steps.length : kept)) spent -= step.units;
  }

  return {
    add(units, now) {
      forget(now);
      spent += units;
      const at = Math.floor(now / stepMs);
      const last = steps.at(-1);
      if (last?.at === at) last.units += units;
      else steps.push({ at, units });
    },
    wait(units, now) {
      forget(now);
      let over = spent + units - most;
      if (over <= 0) return 0;
      const enough = steps.find((step) => (over -= step.units) <= 0);
      return enough ? freeAt(enough) - now : stepMs;
    },
  };
}
