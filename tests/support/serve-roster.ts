import type { Express, Request, Response } from 'express';
import type { Config } from '../../src/config.ts';
import { peoplePaths } from '../../src/areas/people/contract.ts';
import { openRoster } from '../../src/jobs/open-roster.ts';
import { problems, type Result } from '../../src/perform/problem.ts';
import type { Graph } from '../../src/ports/graph.ts';
import { people, school, startKernel, tenant } from './kernel.ts';
import { recordedLog } from './recorded-log.ts';

export interface ServedRoster {
  /** Holds every act back until `open`. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** The import itself, on a kernel of its own, behind the stub of the tab's API; whoever asks is Priya. */
export async function serveRoster(app: Express, graph: Graph): Promise<ServedRoster> {
  let gate = Promise.resolve();
  let open = () => {};
  const kernel = await startKernel({
    now: () => '2026-12-10T08:05:00.000Z',
    around: (store) => ({ ...store, commit: (commit) => gate.then(() => store.commit(commit)) }),
  });
  const config = { LANTERN_TENANT_ID: tenant, LANTERN_SCHOOLS: [{ id: school, name: 'Harrowmere Academy' }] };
  const { desk } = openRoster(config as unknown as Config, { ...kernel, log: recordedLog().log }, graph);
  const send = async (response: Response, answer: Promise<Result<unknown>>) => {
    const result = await answer;
    if (result.ok) response.json(result.answer);
    else response.status(409).json({ ...result.problem, message: problems[result.problem.code] });
  };
  app.get(peoplePaths.roster, (_request, response) => send(response, desk.desk(people.priya)));
  const acts = { previewRoster: desk.preview, applyRoster: desk.apply, discardRoster: desk.discard } as const;
  for (const [name, act] of Object.entries(acts) as [keyof typeof acts, typeof desk.preview][])
    app.post(peoplePaths[name], ({ body }: Request, response) => send(response, act(people.priya, body)));
  return {
    shut: () => {
      gate = new Promise((resolve) => (open = resolve));
    },
    open: () => open(),
    async close() {
      open();
      await desk.stop();
      kernel.close();
    },
  };
}
