import type { Express } from 'express';
import {
  concernPaths,
  type Candidate,
  type ConcernDetail,
  type MisfiledRequest,
  type RegisteredEntry,
} from '../../src/areas/concerns/contract.ts';
import { schoolNow } from './stub-concerns.ts';

/** The register of misfiled entries, and how an entry goes there, from memory. */
export function serveStubMisfiled(
  app: Express,
  stub: { concerns: ConcernDetail[] },
  pupils: readonly Candidate[],
): void {
  const register: RegisteredEntry[] = [];
  app.post(concernPaths.misfile, ({ params, body }, response) => {
    const { child, who, reason } = body as MisfiledRequest;
    const old = stub.concerns.find(({ id }) => id === params.id);
    if (!old) throw new Error('no such concern');
    const [concern, ref] = ['e'.repeat(32), 'C-2026-0148'];
    const meant = pupils.find(({ id }) => id === child)?.name ?? who ?? '';
    const anew = { ...old, id: concern, ref, correctsRef: old.ref, child: meant };
    stub.concerns = [anew, ...stub.concerns.filter(({ id }) => id !== old.id)];
    const found = { misfiledAt: schoolNow, misfiledByName: 'Priya Raman', abilities: { settle: false }, others: [] };
    register.unshift({ ...old, ...found, reason, continuedAsId: concern, continuedAsRef: ref });
    response.json({ concern, ref });
  });
  app.get(concernPaths.register, (_request, response) => response.json({ items: register }));
  app.get(concernPaths.registered, ({ params }, response) =>
    response.json(register.find(({ id }) => id === params.id) ?? null),
  );
}
