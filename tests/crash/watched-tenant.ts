import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler, type Response } from 'express';
import { createTenant, type TenantCore, type TenantOptions } from '../../src/local/tenant.ts';

/** What may be done in the moment when SharePoint has carried a write out and its answer has not left yet. */
export type BeforeAnswer = (answer: Answer) => void;

export interface Answer {
  /** Runs when the answer is in the caller's hands, as far as this side can tell. */
  handedOver(then: () => void): void;
}

export interface WatchedTenant {
  readonly origin: string;
  readonly core: TenantCore;
  /** Is told of the next write of a row only. */
  onNextWrite(tell: BeforeAnswer): void;
  close(): Promise<void>;
}

const isWriteOfARow = ({ method, path }: { readonly method: string; readonly path: string }) =>
  (method === 'POST' || method === 'PATCH') && /\/items(\/\d+)?$/.test(path);

/** The local tenant in this process, on a free port, with a hand on each answer to a write. */
export async function watchedTenant(options: TenantOptions): Promise<WatchedTenant> {
  const core = await createTenant(options);
  let next: BeforeAnswer | undefined;

  const watch: RequestHandler = (request, response, go) => {
    if (isWriteOfARow(request)) tellBeforeEnd(response);
    go();
  };
  function tellBeforeEnd(response: Response): void {
    const end = response.end.bind(response) as (...args: unknown[]) => Response;
    response.end = (...args: unknown[]) => {
      const tell = response.statusCode < 300 ? next : undefined;
      if (tell) next = undefined;
      tell?.({ handedOver: (then) => response.once('finish', then) });
      return end(...args);
    };
  }

  const app = express().disable('x-powered-by').disable('etag').use(watch, core.router);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    core,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onNextWrite: (tell) => void (next = tell),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      core.close();
    },
  };
}
