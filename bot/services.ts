import type { Perform } from '../src/perform/perform.ts';
import type { Read } from '../src/perform/read.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Ids } from '../src/ports/ids.ts';
import type { Log } from '../src/ports/log.ts';
import type { Recipient } from '../src/ports/messenger.ts';
import type { Seals } from './seal.ts';

/** What the chat door's handlers work with. There is no store here: all goes through `perform` and `read`. */
export interface BotServices {
  readonly perform: Perform;
  readonly read: Read;
  readonly seals: Seals;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
  /** Address in Teams at which a person opens a record; holds ids only. */
  linkTo(record: string, person: Recipient): string;
}
