/** How an endpoint keeps up: late answers make Microsoft wait with what is new, and more of them make it drop it. */
export type Health = 'well' | 'slow' | 'dropped';

/** https://learn.microsoft.com/graph/change-notifications-delivery-webhooks: shares of late answers in ten minutes. */
const window = 10 * 60_000;
const slowFrom = 0.1;
const droppedFrom = 0.15;

/** Microsoft does not say how many answers it takes to judge by. */
const fewest = 10;

export interface EndpointHealth {
  /** An endpoint answered, or did not in time. */
  note(endpoint: string, at: number, late: boolean): void;
  of(endpoint: string, at: number): Health;
}

/** Judges endpoints by their last ten minutes. Not kept between starts. */
export function createEndpointHealth(): EndpointHealth {
  const answers = new Map<string, readonly { readonly at: number; readonly late: boolean }[]>();
  const recent = (endpoint: string, at: number) =>
    (answers.get(endpoint) ?? []).filter((answer) => answer.at > at - window);
  return {
    note: (endpoint, at, late) => void answers.set(endpoint, [...recent(endpoint, at), { at, late }]),
    of(endpoint, at) {
      const seen = recent(endpoint, at);
      if (seen.length < fewest) return 'well';
      const share = seen.filter(({ late }) => late).length / seen.length;
      if (share > droppedFrom) return 'dropped';
      return share > slowFrom ? 'slow' : 'well';
    },
  };
}
