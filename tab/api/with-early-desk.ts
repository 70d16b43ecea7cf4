import type { ConcernFilter, Desk } from '../../src/areas/concerns/contract.ts';
import type { Api } from './create-api.ts';

/** Asks for the desk at once, before there is a screen to ask for it. The first that asks for the desk gets that answer. */
export function withEarlyDesk(api: Api, filter: ConcernFilter): Api {
  let early: Promise<Desk> | undefined = api.desk(filter);
  // Whoever uses it hears of a failure; nobody may have to.
  early.catch(() => undefined);
  return {
    ...api,
    desk(asked) {
      const answer = early ?? api.desk(asked);
      early = undefined;
      return answer;
    },
  };
}
