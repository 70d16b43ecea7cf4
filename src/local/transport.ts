import type { Transport } from '../ports/transport.ts';
import { demo } from './cast.ts';

/**
 * Where each of Microsoft's hosts is found on the local tenant. The connector's host keeps its path: `/<instance>/v3/…`;
 * SharePoint's too, where Graph sends callers for the bytes of files.
 */
const prefixes: Readonly<Record<string, string>> = {
  'graph.microsoft.com': '',
  'login.microsoftonline.com': '',
  'smba.trafficmanager.net': '/connector',
  [demo.sharePointHost]: '/sharepoint',
  [demo.keyVaultHost]: '/key-vault',
};

/**
 * A Transport that sends Microsoft's addresses to the local tenant and refuses every other host,
 * so that local mode and tests cannot reach the internet by mistake.
 * @param origin the tenant's origin, e.g. `http://localhost:5300`
 * @throws TypeError for a host that the local tenant does not stand in for
 */
export function localTransport(origin: string): Transport {
  return async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input);
    const prefix = prefixes[asked.host];
    if (prefix === undefined) throw new TypeError(`local mode does not reach ${asked.host}`);
    const url = `${origin}${prefix}${asked.pathname}${asked.search}`;
    return input instanceof Request ? fetch(new Request(url, input), init) : fetch(url, init);
  };
}
