import type { Figure, Measured } from '../bench/figure.ts';
import type { Clients } from './clients.ts';
import type { CrashWorld } from './crash-world.ts';
import { filedTraces, type Filed } from './filed-traces.ts';
import { judgeActs } from './judge-acts.ts';
import type { KeptStore } from './kept-store.ts';

export interface CrashRun {
  readonly world: Pick<CrashWorld, 'tenant' | 'ledgerFile'>;
  readonly clients: Clients;
  /** The store before the clients began, and what was kept since. */
  readonly before: Pick<KeptStore, 'concerns'>;
  readonly kept: KeptStore;
  /** What was done to the product, for the reader of the figures. */
  readonly run: string;
}

/** Holds what SharePoint and the journal have against what was acknowledged. */
export async function crashFigures({ world, clients, before, kept, run }: CrashRun): Promise<Measured> {
  const { done: acts, unheard, refused } = clients;
  const filed = await filedTraces(world.tenant, world.ledgerFile, new Set(before.concerns.map(({ id }) => id)));
  const verdict = judgeActs(acts, { ...filed, journal: kept.journal });
  const yardstick = `${acts.length} acts acknowledged, ${unheard} answers unheard, ${run}`;
  const counts: readonly (readonly [string, string, readonly string[]])[] = [
    ['crash.lost', 'acknowledged acts that SharePoint does not hold', verdict.lost],
    ['crash.doubled', 'effects that are there twice or belong to no act', verdict.doubled],
    ['crash.disordered', 'writes that came before an earlier one of their case', verdict.disordered],
    ['crash.journal', 'acts without exactly one row in the journal', verdict.journal],
    ['crash.refused', 'acts that were refused when they were sent again', refused],
    ['crash.apart', 'concerns whose projection is not what SharePoint holds', apartFrom(filed, kept)],
  ];
  const whys = [
    ...(kept.chain.intact ? [] : [`the chain breaks at ${kept.chain.firstBad}`]),
    ...(kept.unfiled > 0 ? [`${kept.unfiled} writes still wait`] : []),
  ];
  const figures = counts.map(([metric, unit, found]): Figure => {
    const why = [...whys, ...found.slice(0, 3)].join('; ');
    return { metric, value: found.length, unit, yardstick, ratio: null, ...(why !== '' && { why }) };
  });
  return { figures, rounds: { acts: acts.length, unheard, verdict } };
}

/** Concerns that the projection shows otherwise than SharePoint has them. */
function apartFrom({ rows }: Filed, { concerns }: KeptStore): readonly string[] {
  const kept = new Map(concerns.map((concern) => [concern.id, concern]));
  return [...rows].flatMap(([key, { id, fields }]) => {
    const found = kept.get(key);
    const same =
      found?.rev === fields['Rev'] &&
      found?.filedRev === found?.rev &&
      found?.status === fields['Status'] &&
      found?.itemId === id &&
      (found?.escalatedAt ?? undefined) === fields['EscalatedAt'];
    return same ? [] : [key];
  });
}
