import { createServer, type Server } from 'node:http';

/**
 * The operators' own door: `GET /status` and nothing else, on an address of its own that the load balancer does not know. It is
 * not part of the application, so no mistake in a route or a proxy can show it to the world.
 * @param status what is shown, a JSON value
 */
export function createStatusServer(status: () => Promise<object>): Server {
  return createServer((request, response) => {
    const say = (code: number, body: object) => {
      response.writeHead(code, {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        ...(code === 405 && { Allow: 'GET' }),
      });
      response.end(JSON.stringify(body));
    };
    request.resume();
    if (request.url !== '/status') say(404, { code: 'not-found' });
    else if (request.method !== 'GET') say(405, { code: 'not-allowed' });
    else
      status().then(
        (found) => say(200, found),
        () => say(503, { code: 'busy' }),
      );
  });
}
