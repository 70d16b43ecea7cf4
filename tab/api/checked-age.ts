const stepMs = 10_000;

/** How old Lantern's knowledge of SharePoint is, as the server says with each answer and as time passes since. */
export interface CheckedAge {
  /** In words; empty before the server has spoken. */
  text(): string;
  late(): boolean;
  /** Takes what the server says, `40`, `200 late` or `none`; anything else is ignored. */
  heard(said: string): void;
  /** @returns a function that ends the subscription */
  subscribe(changed: () => void): () => void;
}

/** @param device the device's clock in milliseconds: only what has passed on it counts */
export function createCheckedAge(device: () => number = Date.now): CheckedAge {
  let known: { readonly at: number | undefined; readonly late: boolean } | undefined;
  const listeners = new Set<() => void>();

  function text(): string {
    if (!known) return '';
    const { at, late } = known;
    if (at === undefined)
      return late ? 'Lantern cannot reach SharePoint to check what stands there.' : 'Checking against SharePoint …';
    // In steps, so that the screen rests in between.
    const ago = agoText(Math.max(0, Math.floor((device() - at) / stepMs) * (stepMs / 1_000)));
    return late
      ? `Lantern could last check SharePoint ${ago}. What somebody changed there since does not show here yet.`
      : `Checked against SharePoint ${ago}`;
  }

  return {
    text,
    late: () => known?.late ?? false,
    heard(said) {
      const [, seconds, late] = /^(\d{1,9}|none)( late)?$/.exec(said) ?? [];
      if (seconds === undefined) return;
      known = { at: seconds === 'none' ? undefined : device() - Number(seconds) * 1_000, late: late !== undefined };
      for (const changed of listeners) changed();
    },
    subscribe(changed) {
      listeners.add(changed);
      const timer = setInterval(changed, stepMs);
      return () => {
        listeners.delete(changed);
        clearInterval(timer);
      };
    },
  };
}

function agoText(seconds: number): string {
  if (seconds < 10) return 'just now';
  if (seconds < 120) return `${seconds} s ago`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3_600)} h ago`;
}
