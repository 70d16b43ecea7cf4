import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import { createPatience, isFleeting, type PatienceSettings } from './patience.ts';

/**
 * Graph for callers without an outbox behind them: what only reads is asked again after a passing fault, as long as SharePoint
 * asks to wait, or 1 s, 2 s, 4 s …, and up to as much again by chance. A write is never repeated: it may have been carried out.
 * @returns a Graph whose last answer, or lack of one, is the caller's
 */
export function retryReads(graph: Graph, settings: PatienceSettings): Graph {
  return {
    async call(request) {
      if (request.method !== 'GET') return graph.call(request);
      const patience = createPatience(settings);
      for (let tries = 1; ; tries++) {
        const end = await graph.call(request).catch((error: unknown) => {
          if (error instanceof GraphUnreachable) return error;
          throw error;
        });
        const wait = isFleeting(end) ? patience.pause([end], tries) : undefined;
        if (wait !== undefined) await patience.sleep(wait * 1_000);
        else if (end instanceof GraphUnreachable) throw end;
        else return end;
      }
    },
  };
}
