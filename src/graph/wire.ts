import { GraphClientError, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import type { Transport } from '../ports/transport.ts';

/** Names the product to Microsoft, who ask it of everyone who writes to SharePoint (`NONISV|Company|App/1.0`). */
export class UserAgentHandler implements Middleware {
  private next: Middleware | undefined;
  constructor(private readonly userAgent: string) {}

  async execute(context: Context): Promise<void> {
    context.options = { ...context.options, headers: { ...headersOf(context), 'User-Agent': this.userAgent } };
    await this.next?.execute(context);
  }

  setNext(next: Middleware): void {
    this.next = next;
  }
}

function headersOf(context: Context): Record<string, string> {
  return Object.fromEntries(new Headers(context.options?.headers));
}

/**
 * The end of the chain: the one place where a request leaves. Redirects are not followed, for a row must not travel
 * to another host than Graph's. A fault is wrapped so that the library hands it on as it is.
 */
export class WireHandler implements Middleware {
  constructor(private readonly transport: Transport) {}

  async execute(context: Context): Promise<void> {
    try {
      context.response = await this.transport(context.request, { ...context.options, redirect: 'manual' });
    } catch (error) {
      throw wrap(error);
    }
  }
}

/** The library turns every error into a GraphError and forgets its cause, except one of its own class. */
export function wrap(error: unknown): GraphClientError {
  const wrapped = new GraphClientError('no answer');
  wrapped.customError = error;
  return wrapped;
}

export function unwrap(error: unknown): unknown {
  return error instanceof GraphClientError && error.customError !== undefined ? error.customError : error;
}
