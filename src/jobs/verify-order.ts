import { setImmediate } from 'node:timers/promises';
import { verifyIdentity } from '../access/actor.ts';
import type { Door } from '../access/types.ts';
import { sha256 } from '../journal/chain.ts';
import { journalAnchor } from '../journal/journal-anchor.ts';
import { journalPage } from '../journal/journal-page.ts';
import { verifyJournal, type Verification } from '../journal/verify-journal.ts';
import type { Store } from '../perform/store.ts';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import { filedAnchors } from '../sharepoint/filed-anchors.ts';
import { filedPages } from '../sharepoint/filed-pages.ts';
import { ListFault } from '../sharepoint/list-fault.ts';
import type { Sites } from '../sharepoint/sites.ts';
import type { OperationalStore } from '../store/operational-store.ts';
import type { LocalHandler } from '../system/local-socket.ts';

export interface VerifyParts {
  readonly tenant: string;
  /** Whose site holds the journal. */
  readonly school: string;
  readonly operational: Pick<OperationalStore, 'journalLines' | 'journalMarks'>;
  readonly store: Pick<Store, 'journal'>;
  /** One that asks again where it only reads. */
  readonly graph: Graph;
  readonly sites: Sites;
  readonly clock: Clock;
  /** From where the proof is asked for. */
  readonly door: Door;
}

export interface VerifyAnswer extends Verification {
  /** Why SharePoint's copy could not be read; then only the database was proved. */
  readonly unread?: string;
}

export interface VerifyProgress {
  readonly done: number;
}

/** Entries at once: between two readings a Lantern that runs answers people. */
const atOnce = 500;
const tellEvery = 50_000;

/** Carries out what the verify command asks. That the journal was read is journalled before the answer is given. */
export function createVerifyOrder(parts: VerifyParts): LocalHandler {
  const { tenant, operational, store, clock } = parts;
  const { person: actor, door } = verifyIdentity(tenant, parts.door);
  return async (_order, tell): Promise<VerifyAnswer> => {
    let told = 0;
    const proving = {
      lines: async (after: number) => {
        await setImmediate();
        return operational.journalLines(tenant, after, atOnce);
      },
      mark: await operational.journalMarks.read(tenant),
      tell(done: number) {
        if (done - told < tellEvery) return;
        told = done;
        tell({ done } satisfies VerifyProgress);
      },
    };
    let answer: VerifyAnswer;
    try {
      answer = await verifyJournal({ ...proving, filed: await inSharePoint(parts) });
    } catch (error) {
      if (!(error instanceof ListFault || error instanceof GraphUnreachable)) throw error;
      answer = { ...(await verifyJournal({ ...proving, filed: undefined })), unread: error.message };
    }
    await store.journal({
      ...{ tenant, at: clock.now(), actor, act: 'verify-journal', verb: 'read' },
      ...{ about: 'journal', subjects: [], outcome: 'shown', fields: ['head', 'faults'], door, rights: [] },
      digest: sha256(JSON.stringify(answer)),
    });
    return answer;
  };
}

async function inSharePoint({ graph, sites, school }: VerifyParts) {
  const [pages, anchors] = await Promise.all([journalPage, journalAnchor].map((list) => sites.locate(school, list)));
  if (!pages?.found || !anchors?.found) {
    const missing = [pages, anchors].find((located) => located?.found === false);
    throw new ListFault(journalPage.list, missing?.found === false ? missing.answer : undefined);
  }
  return { anchors: await filedAnchors(graph, anchors.path), pages: filedPages(graph, pages.path) };
}
