import type { State } from '../../state.ts';

/** A subscription as the tenant keeps it. Moments are in milliseconds. */
export interface StoredSubscription {
  readonly id: string;
  /** The application that made it. */
  readonly app: string;
  readonly site: string;
  readonly list: string;
  /** When it was made or last renewed. */
  readonly renewed: number;
  readonly expires: number;
  /** Place in the list's changes up to which there was a notification. */
  readonly told: number;
  /** Its application lost the right to it and has not come back for it: nothing is told meanwhile. */
  readonly paused: boolean;
  /** Whether it was said that it runs out soon. */
  readonly warned: boolean;
  readonly definition: Definition;
}

/** What stays as the application wrote it. */
export interface Definition {
  readonly resource: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl?: string | undefined;
  readonly clientState?: string | undefined;
  readonly latestSupportedTlsVersion?: string | undefined;
  /** The permissions that the application held. */
  readonly roles: readonly string[];
}

/** `changed`: the list did. `reauthorize`: the application must come back for its subscription. */
export type Kind = 'changed' | 'reauthorize';

/** What somebody has to be told and was not yet. */
export interface Owed {
  readonly subscription: StoredSubscription;
  readonly kind: Kind;
  readonly since: number;
  readonly tries: number;
}

export interface SubscriptionStore {
  insert(subscription: StoredSubscription): void;
  replace(subscription: StoredSubscription): void;
  remove(id: string): void;
  /** Those that have not run out; `app` alone when given. */
  living(now: number, app?: string): readonly StoredSubscription[];
  /** Forgets those that have run out. */
  forgetExpired(now: number): void;
  /** Whether something of this kind waits to be told. */
  owes(id: string, kind: Kind): boolean;
  owe(id: string, kind: Kind, at: { since: number; next: number }): void;
  /** Of a paused subscription only that it must be come back for. */
  due(now: number): readonly Owed[];
  again(owed: Owed, next: number): void;
  /** It was told, or is given up. */
  settle(owed: Owed): void;
}

interface Row extends Omit<StoredSubscription, 'definition' | 'paused' | 'warned'> {
  readonly definition: string;
  readonly paused: number;
  readonly warned: number;
}
type OwedRow = Row & Pick<Owed, 'kind' | 'since' | 'tries'>;

const read = ({ id, app, site, list, renewed, expires, told, ...row }: Row): StoredSubscription => ({
  ...{ id, app, site, list, renewed, expires, told },
  paused: row.paused === 1,
  warned: row.warned === 1,
  definition: JSON.parse(row.definition) as Definition,
});

const written = (subscription: StoredSubscription) => ({
  ...subscription,
  paused: Number(subscription.paused),
  warned: Number(subscription.warned),
  definition: JSON.stringify(subscription.definition),
});

export function createSubscriptionStore(state: State): SubscriptionStore {
  const insert = state.prepare(
    'insert into subscription (id, app, site, list, definition, renewed, expires, told, paused, warned) values (@id, @app, @site, @list, @definition, @renewed, @expires, @told, @paused, @warned)',
  );
  const update = state.prepare(
    'update subscription set renewed = @renewed, expires = @expires, told = @told, paused = @paused, warned = @warned where id = @id',
  );
  const remove = state.prepare('delete from subscription where id = ?');
  const removeOwed = state.prepare('delete from notification where subscription = ?');
  const living = state.prepare<[number], Row>('select * from subscription where expires > ? order by id');
  const expired = state.prepare<[number], string>('select id from subscription where expires <= ?').pluck();
  const owes = state.prepare<[string, string]>('select 1 from notification where subscription = ? and kind = ?');
  const owe = state.prepare(
    'insert into notification (subscription, kind, since, tries, next) values (?, ?, ?, 0, ?) on conflict do nothing',
  );
  const due = state.prepare<[number], OwedRow>(
    "select s.*, n.kind, n.since, n.tries from notification n join subscription s on s.id = n.subscription where n.next <= ? and (s.paused = 0 or n.kind <> 'changed') order by n.since, s.id",
  );
  const again = state.prepare(
    'update notification set tries = tries + 1, next = ? where subscription = ? and kind = ?',
  );
  const settle = state.prepare('delete from notification where subscription = ? and kind = ?');

  const removeWhole = state.transaction((id: string) => {
    removeOwed.run(id);
    remove.run(id);
  });
  return {
    insert: (subscription) => void insert.run(written(subscription)),
    replace: (subscription) => void update.run(written(subscription)),
    remove: removeWhole,
    living: (now, app) =>
      living
        .all(now)
        .map(read)
        .filter((subscription) => app === undefined || subscription.app === app),
    forgetExpired: (now) => expired.all(now).forEach((id) => removeWhole(id)),
    owes: (id, kind) => owes.get(id, kind) !== undefined,
    owe: (id, kind, { since, next }) => void owe.run(id, kind, since, next),
    due: (now) => due.all(now).map((row) => ({ ...row, subscription: read(row) })),
    again: ({ subscription, kind }, next) => void again.run(next, subscription.id, kind),
    settle: ({ subscription, kind }) => void settle.run(subscription.id, kind),
  };
}
