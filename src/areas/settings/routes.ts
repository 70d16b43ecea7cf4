import type { Identity } from '../../access/types.ts';
import type { Route } from '../../http/route.ts';
import type { Result } from '../../perform/problem.ts';
import { settingsPaths, type HealthDesk } from './contract.ts';

/** Lantern's health as the tab asks for it: every answer has gone through `read`. */
export interface HealthDoor {
  look(identity: Identity): Promise<Result<HealthDesk>>;
  lookAgain(identity: Identity, body: unknown): Promise<Result<HealthDesk>>;
}

/** The tab API of Lantern's own matters, as data. */
export const settingsRoutes = ({ look, lookAgain }: HealthDoor): readonly Route[] => [
  { method: 'get', path: settingsPaths.health, handle: look },
  { method: 'post', path: settingsPaths.health, handle: (identity, { body }) => lookAgain(identity, body) },
];
