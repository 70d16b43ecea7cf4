import type { KeyRing } from './key-ring.ts';

/** Where the data keys of one Lantern lie. */
export interface KeyStore {
  /** For people: a file's path, or what stands in for one. */
  readonly place: string;
  /**
   * @returns undefined when there is none yet
   * @throws Error in words for whoever starts Lantern
   */
  read(): Promise<KeyRing | undefined>;
  /** Keeps the first ring; where another instance was quicker, its ring is the one. @returns what is kept */
  begin(ring: KeyRing): Promise<KeyRing>;
  /** Puts another ring in its place, whole or not at all. */
  replace(ring: KeyRing): Promise<void>;
}
