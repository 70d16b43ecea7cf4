const name = 'lantern-keys';

/** Whether this person wants keys, on this device. A browser that keeps nothing for a page inside Teams leaves them on. */
export function wantsKeys(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps it as far as the browser keeps anything. */
export function keepKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {
    // It holds until the tab closes, then.
  }
}
