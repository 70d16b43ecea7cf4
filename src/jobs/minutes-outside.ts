import { createHash, randomInt, scrypt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { outsideIdentity } from '../access/actor.ts';
import { giveMinutesOutside } from '../areas/meetings/outside/give-minutes-outside.ts';
import { openMinutesOutside } from '../areas/meetings/outside/open-minutes-outside.ts';
import { sendMinutesOutside } from '../areas/meetings/outside/send-minutes-outside.ts';
import { minutesLink } from '../areas/meetings/record.ts';
import type { SendOutsideDoor } from '../areas/meetings/routes.ts';
import { paperForOutside } from '../documents/paper-for-outside.ts';
import { toPdf } from '../documents/to-pdf.ts';
import { bodyOf } from '../http/body-of.ts';
import { formKeyOf } from '../http/form-key.ts';
import { outsidePath, type OutsideDoor } from '../http/outside/outside.ts';
import type { Perform } from '../perform/perform.ts';
import { refuse } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Store } from '../perform/store.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';

export interface MinutesOutsideParts {
  readonly tenant: string;
  /** Where people outside find Lantern, without a closing slash. */
  readonly origin: string;
  readonly store: Pick<Store, 'record'>;
  readonly perform: Perform;
  readonly read: Read;
  readonly ids: Ids;
  readonly log: Log;
  /** How long each answer takes at least, so that its time tells nothing of why it is what it is. */
  readonly leastMs?: number;
}

const derive = promisify<string, string, number, object, Buffer>(scrypt);
const digits = 8;

/** What the secret of an address comes to, and the id under which its link is kept. */
const linkOf = (secret: string) => createHash('sha256').update(`minutes-link:${secret}`).digest('hex').slice(0, 32);
/** Slow on purpose. Salted with the address’s own secret, which is kept nowhere: whoever has the database can try no codes. */
const digestOf = async (code: string, secret: string) =>
  (await derive(code, secret, 32, { N: 16_384 })).toString('hex');

/** Links to final minutes: making one for the tab, and what stands behind the door to which it leads. */
export function createMinutesOutside(parts: MinutesOutsideParts): { desk: SendOutsideDoor; door: OutsideDoor } {
  const { tenant, origin, store, perform, read, ids, log, leastMs = 600 } = parts;
  const us = outsideIdentity(tenant);

  async function judge(secret: string, code: string) {
    const link = linkOf(secret);
    const codeDigest = await digestOf(code, secret);
    // A guess at an address that never was leaves a line in the log and no entry in the journal: anybody could fill that.
    if (!(await store.record(tenant, minutesLink, link))) {
      log.security('outside.unknown-link');
      return undefined;
    }
    const opened = await perform(openMinutesOutside, us, { link, codeDigest }, ids.next());
    if (!opened.ok || opened.answer === null) {
      log.security('outside.refused', { link, code: opened.ok ? 'wrong-code' : opened.problem.code });
      return undefined;
    }
    const { meeting, upto } = opened.answer;
    const given = await read(giveMinutesOutside, us, { id: meeting, upto });
    if (!given.ok) {
      log.warn('outside.not-given', { link, code: given.problem.code });
      return undefined;
    }
    const paper = paperForOutside(given.answer.answer);
    const bytes = await toPdf(paper);
    // What it is called tells its reference and nobody’s name.
    const name = `Minutes ${paper.reference}.pdf`;
    return { name, mediaType: 'application/pdf', size: bytes.length, bytes: [bytes] };
  }

  return {
    desk: {
      async send(who, meeting, body) {
        const form = formKeyOf(body);
        if (!form.ok) return form;
        const secret = ids.next();
        const code = String(randomInt(10 ** digits)).padStart(digits, '0');
        const link = linkOf(secret);
        const kept = { link, codeDigest: await digestOf(code, secret) };
        const sent = await perform(sendMinutesOutside(kept), who, { ...bodyOf({ body }), meeting }, form.answer);
        if (!sent.ok) return sent;
        // The same form a second time: its address and code were said once, and are kept nowhere.
        if (sent.answer.link !== link) return refuse('already-done');
        const address = `${origin}${outsidePath.replace(':secret', secret)}`;
        return { ok: true, answer: { ...sent.answer, address, code } };
      },
    },
    door: {
      async open(secret, code) {
        const [found] = await Promise.all([judge(secret, code), sleep(leastMs)]);
        return found;
      },
    },
  };
}
