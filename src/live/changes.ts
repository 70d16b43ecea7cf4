import type { Rules } from '../access/rules.ts';
import type { Identity } from '../access/types.ts';
import type { ActsAfter } from '../journal/acts-after.ts';
import type { ActorOf } from '../perform/actors.ts';
import type { Store } from '../perform/store.ts';
import type { WatchedView } from '../perform/watched-view.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change } from './change.ts';
import { changesOfAct } from './changes-of-act.ts';
import { viewsOf } from './views-of.ts';

/** Somebody who is told. */
export interface Follower {
  readonly identity: Identity;
  /** Names of views; `*` stands for all of them. */
  told(views: readonly string[]): void;
  /** Lantern shuts down: there is nothing more to come. */
  ended(): void;
}

export interface Changes {
  /**
   * Tells somebody of changes from now on, and of those they missed.
   * @param missedMs for how many milliseconds they heard nothing
   * @returns a function that ends it; undefined when they follow from too many places already, or Lantern shuts down
   */
  follow(follower: Follower, missedMs: number): (() => void) | undefined;
  /** A record's way into SharePoint went on. */
  filed(change: Omit<Change, 'fields'>): void;
  /** A record was changed past the journal: SharePoint holds something else of it. */
  changed(change: Change): void;
  /** Looks once for what has changed and tells it. @returns 0: there is never more to do at once */
  turn(): Promise<number>;
  /** Ends with everybody. */
  close(): void;
}

export interface ChangesParts {
  readonly tenant: string;
  readonly store: Pick<Store, 'record'>;
  readonly actsAfter: ActsAfter;
  readonly actorOf: ActorOf;
  readonly rules: Rules;
  readonly watched: readonly WatchedView[];
  /** The machine's. */
  readonly clock: Clock;
}

/** From one person: a desktop, a telephone, and a window or two. */
const mostOfOne = 6;
const keptMs = 120_000;
const mostKept = 1_000;
/** A change is seen up to a turn after it happened. */
const slackMs = 2_000;

/** Tells those who follow which of their views have changed. Whether they may see a view is judged anew for each turn. */
export function createChanges(parts: ChangesParts): Changes {
  const { tenant, store, actsAfter, actorOf, rules, watched } = parts;
  const types = new Set(watched.map(({ record }) => record.name));
  const now = () => Date.parse(parts.clock.now());
  const followers = new Set<Follower>();
  let head: number | undefined;
  let filings: Change[] = [];
  let recent: { readonly at: number; readonly change: Change }[] = [];
  /** Before this moment it is not known what happened. */
  let knownSince = now();
  let closed = false;

  async function tell(changes: readonly Change[], whom: readonly Follower[]): Promise<void> {
    if (changes.length === 0 || whom.length === 0) return;
    const seenBy = await viewsOf(store, rules, watched, changes);
    const answers = new Map<string, readonly string[]>();
    for (const follower of whom) {
      const { person } = follower.identity;
      const views = answers.get(person) ?? seenBy((await actorOf(follower.identity)).actor);
      answers.set(person, views);
      if (views.length > 0 && followers.has(follower)) follower.told(views);
    }
  }

  function keep(changes: readonly Change[]): void {
    const at = now();
    const all = [...recent, ...changes.map((change) => ({ at, change }))];
    recent = all.filter((one) => one.at > at - keptMs).slice(-mostKept);
    const lost = all.length > recent.length ? all[all.length - recent.length - 1] : undefined;
    if (lost) knownSince = Math.max(knownSince, lost.at + 1);
  }

  return {
    follow(follower, missedMs) {
      const same = [...followers].filter(({ identity }) => identity.person === follower.identity.person);
      if (closed || same.length >= mostOfOne) return undefined;
      followers.add(follower);
      const since = now() - missedMs - slackMs;
      if (missedMs > 0 && since < knownSince) follower.told(['*']);
      else {
        const missed = recent.filter(({ at }) => at >= since).map(({ change }) => change);
        // What cannot be found out now is told with the next change, or found when the tab asks by itself.
        void tell(missed, [follower]).catch(() => undefined);
      }
      return () => void followers.delete(follower);
    },
    filed(change) {
      if (types.has(change.type)) filings.push({ ...change, fields: ['filed'] });
    },
    changed(change) {
      if (types.has(change.type)) filings.push(change);
    },
    async turn() {
      const noted = await actsAfter(tenant, head);
      head = noted.head;
      const changes = [...noted.acts.flatMap((act) => changesOfAct(tenant, act, types)), ...filings];
      filings = [];
      keep(changes);
      await tell(changes, [...followers]);
      return 0;
    },
    close() {
      closed = true;
      for (const { ended } of followers) ended();
      followers.clear();
    },
  };
}
