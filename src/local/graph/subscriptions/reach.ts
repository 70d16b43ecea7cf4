/** Leads a subscriber's address to where it listens on this machine; undefined when it would leave the machine. */
export type Reach = (address: string) => string | undefined;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Microsoft takes https addresses that the internet can reach. Here an https address is led to the loopback one that was
 * published for its origin, a loopback address to itself, and every other is not reached at all.
 * @param published `https://…` origin -> `http://127.0.0.1:…` origin
 */
export function createReach(published: Readonly<Record<string, string>> = {}): Reach {
  return (address) => {
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    const origin = url.protocol === 'https:' ? published[url.origin] : url.origin;
    const target = origin === undefined ? undefined : new URL(`.${url.pathname}${url.search}`, `${origin}/`);
    return target?.protocol === 'http:' && loopback.has(target.hostname) ? target.href : undefined;
  };
}
