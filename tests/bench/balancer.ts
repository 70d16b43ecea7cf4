import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Spreads requests over the instances whose `/ready` says yes, as a platform's own does: kept-alive connections, and no second try. */
export interface Balancer {
  readonly origin: string;
  /** Where the n-th instance listens now. */
  place(n: number, origin: string): void;
  /** How many instances it would send a request to. */
  up(): number;
  close(): Promise<void>;
}

/** Platforms look every few seconds; a fleet of tests has less time. */
const lookEveryMs = 500;

/** What belongs to one connection and is not passed on. */
const ofTheConnection = ['connection', 'keep-alive', 'transfer-encoding'];

export async function startBalancer(): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const places: string[] = [];
  let ready: readonly string[] = [];
  let turn = 0;

  const isReady = (origin: string) =>
    fetch(`${origin}/ready`, { signal: AbortSignal.timeout(2_000) }).then(
      async (answer) => (await answer.arrayBuffer(), answer.ok),
      () => false,
    );
  async function look(): Promise<void> {
    const asked = [...places];
    const yes = await Promise.all(asked.map(isReady));
    ready = asked.filter((origin, n) => yes[n] && places.includes(origin));
  }
  let looking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => void (looking = looking.then(look)), lookEveryMs);

  function pass(from: IncomingMessage, to: ServerResponse): void {
    const origin = ready[turn++ % Math.max(ready.length, 1)];
    if (origin === undefined) return void to.writeHead(503).end('no instance is ready');
    const headers = Object.fromEntries(
      Object.entries(from.headers).filter(([name]) => !ofTheConnection.includes(name)),
    );
    const onward = request(new URL(from.url ?? '/', origin), { method: from.method, headers, agent }, (answer) => {
      const kept = Object.entries(answer.headers).filter(([name]) => !ofTheConnection.includes(name));
      to.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
      answer.pipe(to);
      answer.once('error', () => to.destroy());
    });
    onward.once('error', (error) => (to.headersSent ? to.destroy() : to.writeHead(502).end(error.message)));
    from.pipe(onward);
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    place: (n, origin) => void (places[n] = origin),
    up: () => ready.length,
    async close() {
      clearInterval(timer);
      await looking;
      agent.destroy();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
