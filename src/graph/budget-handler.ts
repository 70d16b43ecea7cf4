import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Budget } from '../ports/graph.ts';
import { resourceUnits } from './resource-units.ts';
import { untilRoom } from './until-room.ts';
import { wrap } from './wire.ts';

/** Holds a call back until the tenant's budget has room for it, then charges it. */
export class BudgetHandler implements Middleware {
  private next: Middleware | undefined;
  constructor(private readonly budget: Budget) {}

  async execute(context: Context): Promise<void> {
    const { request, options } = context;
    const url = typeof request === 'string' ? request : request.url;
    const units = resourceUnits(options?.method ?? 'GET', url);
    if (units === 0) return this.next?.execute(context);
    const signal = options?.signal ?? undefined;
    await untilRoom(this.budget, units, async (ms) => {
      await sleep(ms, undefined, signal && { signal }).catch(() => {
        throw wrap(signal?.reason);
      });
    });
    const answered = this.budget.spend(units);
    try {
      await this.next?.execute(context);
    } finally {
      const { response } = context;
      answered(response && { status: response.status, headers: Object.fromEntries(response.headers) });
    }
  }

  setNext(next: Middleware): void {
    this.next = next;
  }
}
