import type { Router } from 'express';
import type { Answer } from '../answer.ts';
import type { Caller } from '../caller.ts';
import type { Arrival, Exchange } from '../exchange.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Puts `/subscriptions` on Graph's router. An application needs no permission to see that it has none. */
export function mountSubscriptions(
  router: Router,
  subscriptions: Subscriptions,
  exchange: Exchange,
  callerOf: (arrival: Arrival) => Promise<Caller>,
): void {
  const on = (work: (caller: Caller, id: string, body: unknown) => Answer | Promise<Answer>) =>
    exchange(async (arrival) =>
      work(await callerOf(arrival), String(arrival.request.params['subscription']), arrival.body),
    );
  router.get('/subscriptions', on(subscriptions.list));
  router.post(
    '/subscriptions',
    on((caller, _id, body) => subscriptions.create(caller, body)),
  );
  router.get('/subscriptions/:subscription', on(subscriptions.get));
  router.patch('/subscriptions/:subscription', on(subscriptions.renew));
  router.delete('/subscriptions/:subscription', on(subscriptions.remove));
  router.post('/subscriptions/:subscription/reauthorize', on(subscriptions.reauthorize));
}
