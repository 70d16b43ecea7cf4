import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { tellOfTrouble } from '../../../src/graph/tell-of-trouble.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { oneOffServer, type OneOffServer } from '../../support/one-off-server.ts';
import { recordedLog } from '../../support/recorded-log.ts';

describe('the log of a Graph client', () => {
  let server: OneOffServer;
  let status: number;
  const { log, lines } = recordedLog();

  beforeEach(async () => {
    lines.length = 0;
    server = await oneOffServer((_request, response) =>
      status === 0 ? void response.destroy() : void response.writeHead(status).end(),
    );
  });
  afterEach(() => server.close());

  const ask = async (answered: number) => {
    status = answered;
    const graph = createGraph({
      token: async () => 'token',
      transport: localTransport(server.origin),
      userAgent: 'NONISV|Lantern|Tests/1.0',
      budget: createBudget({ licences: 1, clock: systemClock }),
      onCall: tellOfTrouble(log),
    });
    await graph.call({ method: 'GET', path: '/sites/a?$filter=secret' }).catch(() => undefined);
  };

  it.each([200, 404, 409, 412])('says nothing of %i', async (answered) => {
    await ask(answered);
    expect(lines).toEqual([]);
  });

  it.each([429, 500, 503, 504])('tells of %i, by the id that Microsoft knows, without address', async (answered) => {
    await ask(answered);
    const [line] = lines;
    expect(line).toMatchObject({ level: 'warn', event: 'graph.trouble', method: 'GET', status: answered });
    expect(line?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('tells of a call without an answer why there was none', async () => {
    await ask(0);
    expect(lines).toMatchObject([{ event: 'graph.trouble', code: expect.stringMatching(/SOCKET|ECONNRESET/) }]);
  });
});
