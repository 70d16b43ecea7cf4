import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OneOffServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** A real HTTP server on a free port of this machine, for answers that the local tenant never gives. */
export async function oneOffServer(listener: RequestListener): Promise<OneOffServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
