import { hkdfSync } from 'node:crypto';
import {
  calendarIdentity,
  chasingIdentity,
  filingIdentity,
  outsideIdentity,
  postingIdentity,
  rolesIdentity,
  rosterIdentity,
  setupIdentity,
  syncIdentity,
  verifyIdentity,
} from '../access/actor.ts';
import { areas, recordTypes } from '../areas/areas.ts';
import type { JournalDoor } from '../areas/journal/routes.ts';
import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createJournalDesk } from '../journal-desk/journal-desk.ts';
import { createPageMarks } from '../journal-desk/page-mark.ts';
import { createProofDesk } from '../journal-desk/proof-desk.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';
import { verifyOrderOf } from './verify-order-of.ts';

const ownIdentities = [
  calendarIdentity,
  chasingIdentity,
  filingIdentity,
  outsideIdentity,
  postingIdentity,
  rolesIdentity,
  rosterIdentity,
  setupIdentity,
  syncIdentity,
  verifyIdentity,
];

/** What the journal's desk is told of the product: its record types, what of them is restricted, Lantern's own identities. */
export const journalFactsOf = (tenant: string) => ({
  types: recordTypes,
  restricted: Object.fromEntries(Object.values(areas).flatMap(({ restricted = {} }) => Object.entries(restricted))),
  own: new Map(ownIdentities.map((identity) => [identity(tenant).person, identity(tenant).name])),
});

/** The journal as people read it, and its proof, which is to be stopped before the store is closed. */
export function openJournalDesk(config: Config, kernel: Kernel, graph: OpenGraph): JournalDoor & { stop(): void } {
  const { operational, keys, log, read } = kernel;
  const tenant = config.LANTERN_TENANT_ID;
  const key = Buffer.from(hkdfSync('sha256', keys.cardsOf(tenant), '', 'journal-pages', 32));
  const desk = createJournalDesk({
    ...kernel,
    ...journalFactsOf(tenant),
    tenant,
    firstSchool: config.LANTERN_SCHOOLS[0]?.id ?? '',
    reader: operational.journalReader,
    marks: createPageMarks(key),
  });
  const proofs = createProofDesk({
    ...{ read, log, verify: verifyOrderOf(config, kernel, graph, 'lantern'), clock: systemClock },
    head: async () => (await operational.actsAfter(tenant, undefined)).head,
  });
  return { ...desk, ...proofs };
}
