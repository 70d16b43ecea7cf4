import type { Identity } from '../../access/types.ts';
import type { Route } from '../../http/route.ts';
import type { Result } from '../../perform/problem.ts';
import {
  journalPaths,
  type JournalFile,
  type JournalPage,
  type ProofDesk,
  type SeenPage,
  type UnusualPage,
} from './contract.ts';
import { printJournal } from './views.ts';

/** The journal as the tab asks for it: every answer has gone through `read`. */
export interface JournalDoor {
  /** @param query JournalFilter and `before`, as they came */
  page(identity: Identity, query: unknown): Promise<Result<JournalPage>>;
  file(identity: Identity, body: unknown): Promise<Result<JournalFile>>;
  seen(identity: Identity, concern: string): Promise<Result<SeenPage>>;
  unusual(identity: Identity): Promise<Result<UnusualPage>>;
  proof(identity: Identity): Promise<Result<ProofDesk>>;
  prove(identity: Identity, body: unknown): Promise<Result<ProofDesk>>;
}

/** The tab API of the journal, as data. */
export const journalRoutes = (door: JournalDoor): readonly Route[] => [
  { method: 'get', path: journalPaths.journal, handle: (identity, { query }) => door.page(identity, query) },
  { method: 'post', path: journalPaths.export, handle: (identity, { body }) => door.file(identity, body) },
  { method: 'post', path: journalPaths.print, view: printJournal, params: () => ({}) },
  { method: 'get', path: journalPaths.unusual, handle: (identity) => door.unusual(identity) },
  { method: 'get', path: journalPaths.proof, handle: (identity) => door.proof(identity) },
  { method: 'post', path: journalPaths.proof, handle: (identity, { body }) => door.prove(identity, body) },
  {
    method: 'get',
    path: journalPaths.seen,
    handle: (identity, { params }) => door.seen(identity, params['id'] ?? ''),
  },
];
