/** A page that is hidden is not painted, and must not wait for it. */
const longestMs = 100;

/** Resolves when what was drawn last is on the screen, or would be. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longestMs);
    requestAnimationFrame(() => setTimeout(resolve));
  });
