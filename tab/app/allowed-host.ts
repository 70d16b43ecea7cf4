/**
 * The host that may frame the tab besides Teams: the page of the local tenant, and only on this machine.
 * @param text what the server wrote into the meta element `lantern-host`; empty in production
 * @returns an origin such as `http://127.0.0.1:5300`, or undefined
 */
export function allowedHost(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { hostname, origin, protocol } = new URL(text);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1') ? origin : undefined;
}
