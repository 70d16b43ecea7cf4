import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { GrantedRole } from '../access/types.ts';
import { grantableRole } from '../areas/people/fields.ts';
import type { SetUpCommandOrder } from './set-up-order.ts';

const usage =
  'npm run set-up -- [--school ID] --dsl OBJECT-ID=NAME --telephone NUMBER [--deputy OBJECT-ID=NAME] …\n' +
  `Roles: ${Object.keys(grantableRole)
    .map((role) => `--${role}`)
    .join(' ')}. Each may be given more than once.`;

const several = { type: 'string', multiple: true } as const;
const roles = Object.keys(grantableRole) as readonly GrantedRole[];

/**
 * Reads the set-up command's arguments: who holds which role, each as Entra object id and name. The first safeguarding lead is on
 * duty, under the telephone number.
 * @throws Error that says how it is used
 */
export function readSetUpArguments(args: readonly string[]): SetUpCommandOrder {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        school: { type: 'string' },
        telephone: { type: 'string' },
        ...(Object.fromEntries(roles.map((role) => [role, several])) as Record<GrantedRole, typeof several>),
      },
    });
    const held = roles.flatMap((role) => (values[role] ?? []).map((who) => ({ ...personIn(who, role), role })));
    const lead = held.find(({ role }) => role === 'dsl');
    if (!lead) throw new Error('Say who leads safeguarding: --dsl OBJECT-ID=NAME.');
    const phone = values.telephone?.trim() ?? '';
    if (phone === '') throw new Error('Say where who is on duty is reached in danger: --telephone NUMBER.');
    const { personId, personName } = lead;
    return {
      command: 'set-up',
      ...(values.school !== undefined && { school: values.school }),
      roles: held,
      duty: { personId, personName, phone },
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nUse: ${usage}`, { cause: error });
  }
}

function personIn(text: string, role: GrantedRole): { readonly personId: string; readonly personName: string } {
  const [id = '', ...name] = text.split('=');
  const personId = z.guid().toLowerCase().safeParse(id.trim());
  const personName = name.join('=').trim();
  if (!personId.success || personName === '')
    throw new Error(`--${role} “${text}” must be somebody’s object id in Entra, “=”, and their name.`);
  return { personId: personId.data, personName };
}
