import { isLanternItself } from './actor.ts';
import type { AuditVerb, Identity, VerbRule } from './types.ts';

/** What takes records out of Lantern: a stolen session must not be enough for it (ASVS 5.0, 7.5.3). */
const leaving: ReadonlySet<AuditVerb> = new Set<AuditVerb>(['export', 'print', 'transfer']);

/**
 * Whether somebody has to prove anew that it is them before they do this. Lantern's own identities come with no token.
 * @param context the authentication context of Entra that must stand in their token; without one nobody is asked
 */
export const mustStepUp = (rule: VerbRule, identity: Identity, context: string | undefined): boolean =>
  context !== undefined &&
  leaving.has(rule.audit) &&
  !isLanternItself(identity) &&
  identity.contexts?.includes(context) !== true;
