import { cast } from '../cast.ts';
import type { State } from '../state.ts';
import { catalogue, lanternApp, type TeamsApp } from './teams-apps.ts';

/** Where apps are installed: for a person or in a team, both by their object id. */
export interface InstallStore {
  has(where: string, app: string): boolean;
  /** @returns false when it was there already */
  add(where: string, app: string): boolean;
  in(where: string): readonly TeamsApp[];
}

/** Those with a chat window have Lantern from the beginning, and everybody of the cast somebody else's app. */
function atFirst(where: string): readonly TeamsApp[] {
  const person = cast.find(({ id }) => id === where);
  if (!person) return [];
  return catalogue.filter((app) => app !== lanternApp || person.chat);
}

export function createInstallStore(state: State): InstallStore {
  const insert = state.prepare('insert into install (place, app) values (?, ?) on conflict do nothing');
  const added = state.prepare<[string], string>('select app from install where place = ?').pluck();
  const installed = (where: string) => {
    const later = added.all(where);
    return catalogue.filter((app) => atFirst(where).includes(app) || later.includes(app.id));
  };
  const has = (where: string, app: string) => installed(where).some(({ id }) => id === app);
  return {
    has,
    add: (where, app) => !has(where, app) && insert.run(where, app).changes === 1,
    in: installed,
  };
}
