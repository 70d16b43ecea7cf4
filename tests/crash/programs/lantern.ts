import { z } from 'zod';
import type { Around } from '../../../src/compose/around.ts';
import { endOnSignal } from '../../../src/compose/end-on-signal.ts';
import { readConfig } from '../../../src/config.ts';
import { startLantern } from '../../../src/main.ts';
import type { Store } from '../../../src/perform/store.ts';

/**
 * The product as production starts it, for being killed. It is loaded and then waits for the word to start, so that the next
 * one is ready when this one dies. On order it kills itself at the next commit: nobody outside knows that moment so exactly.
 */
const order = z.discriminatedUnion('do', [
  z.object({ do: z.literal('start') }),
  z.object({ do: z.literal('stop') }),
  z.object({ do: z.literal('jump'), hours: z.number() }),
  z.object({ do: z.literal('die'), at: z.enum(['before-commit', 'after-commit']) }),
]);

/** First argument: `forgets` breaks the product, so that a test can see whether that is noticed. */
const forgets = process.argv.includes('forgets');

/** Takes the same form as new each time, and acknowledges what is added to a concern without keeping it. */
const forgetful = (store: Store): Store => ({
  ...store,
  answer: async () => undefined,
  commit: ({ key, put, ...commit }) =>
    store.commit({
      ...commit,
      key: { ...key, form: commit.act },
      put: commit.entry.act === 'add-addendum' ? [] : put,
    }),
});

let death: 'before-commit' | 'after-commit' | undefined;
const dieAt = (moment: typeof death) => {
  if (death === moment) process.kill(process.pid, 'SIGKILL');
};

const around: Around = {
  store(inner) {
    const store = forgets ? forgetful(inner) : inner;
    return {
      ...store,
      async commit(commit) {
        dieAt('before-commit');
        const outcome = await store.commit(commit);
        dieAt('after-commit');
        return outcome;
      },
    };
  },
};

/** Sets the machine's clock, as this process sees it: every way to ask for the time. */
function jump(hours: number): void {
  const { now } = TrueDate;
  const shifted = () => now() + hours * 3_600_000;
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, args: [] | [number]) => (args.length === 0 ? new target(shifted()) : new target(...args)),
    get: (target, name) => (name === 'now' ? shifted : (Reflect.get(target, name) as unknown)),
  });
}
const TrueDate = Date;

let stop = async () => {};
process.on('message', (asked) => {
  const given = order.parse(asked);
  if (given.do === 'die') death = given.at;
  if (given.do === 'jump') jump(given.hours);
  if (given.do === 'stop') void stop().then(() => process.exit(0));
  if (given.do === 'start') void start();
});
process.on('disconnect', () => process.exit(1));
process.send?.({ loaded: true });

async function start(): Promise<void> {
  const lantern = await startLantern(readConfig(), around);
  stop = () => lantern.stop();
  endOnSignal(stop);
  process.send?.({ origin: lantern.origin.replace('localhost', '127.0.0.1') });
}
