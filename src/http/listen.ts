import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Opens a server.
 * @param port 0 for any that is free
 * @param host undefined for every interface
 * @returns the origin on this machine
 */
export async function listen(server: Server, port: number, host?: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
