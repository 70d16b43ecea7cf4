import type { Store } from '../perform/store.ts';
import type { Transport } from '../ports/transport.ts';

/** Parts that a test or the bench puts round the product's own, to break it or to watch it. */
export interface Around {
  readonly store?: (store: Store) => Store;
  readonly transport?: (transport: Transport) => Transport;
}
