import { GraphClientError, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import type { Budget } from '../ports/graph.ts';
import { resourceUnits } from './resource-units.ts';
import { wrap } from './wire.ts';
import { withinBudget } from './within-budget.ts';

/** Holds a call back until the tenant's budget has room for it, then charges it. */
export class BudgetHandler implements Middleware {
  private next: Middleware | undefined;
  constructor(private readonly budget: Budget) {}

  async execute(context: Context): Promise<void> {
    const { request, options } = context;
    const url = typeof request === 'string' ? request : request.url;
    const units = resourceUnits(options?.method ?? 'GET', url);
    if (units === 0) return this.next?.execute(context);
    await withinBudget(this.budget, units, options?.signal ?? undefined, async () => {
      await this.next?.execute(context);
      return context.response;
    }).catch((error: unknown) => {
      throw error instanceof GraphClientError ? error : wrap(error);
    });
  }

  setNext(next: Middleware): void {
    this.next = next;
  }
}
