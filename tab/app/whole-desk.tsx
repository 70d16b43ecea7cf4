import type { ReactNode } from 'react';
import type { ConcernFilter } from '../../src/areas/concerns/contract.ts';
import type { Api } from '../api/create-api.ts';
import { createQueryClient } from '../api/query-client.ts';
import type { SchoolClock } from '../api/school-clock.ts';
import { deskQuery } from '../concerns/queries.ts';
import { App } from './app.tsx';
import type { Teams } from './join-teams.ts';

export { OutsideTeams } from './outside-teams.tsx';

export interface WholeDesk {
  readonly teams: Teams;
  readonly api: Api;
  readonly clock: SchoolClock;
  /** What the list on the first screen is narrowed to; undefined when that screen is another one. */
  readonly first: ConcernFilter | undefined;
}

/** All that comes after the opening: ready when the first screen can be drawn in one go, or cannot be filled. */
export async function wholeDesk({ teams, api, clock, first }: WholeDesk): Promise<ReactNode> {
  const queries = createQueryClient();
  // Why it failed stands in the query, and the desk says it.
  if (first) await queries.infiniteQuery(deskQuery(api, first, true)).catch(() => undefined);
  return <App teams={teams} api={api} queries={queries} clock={clock} />;
}
