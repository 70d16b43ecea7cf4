import type { Identity } from '../../src/access/types.ts';
import { listProcedures } from '../../src/areas/briefings/list-procedures.ts';
import type { BotServices } from '../services.ts';

/** Numbers in the help; more would not be read by somebody in a hurry. */
const most = 4;

/** Whom to ring here, as the leads keep it; nothing when it cannot be read: the help must come all the same. */
export async function numbersFor({ read }: BotServices, who: Identity) {
  const listed = await read(listProcedures, who, {});
  const items = listed.ok ? listed.answer.answer.items : [];
  const numbers = items.flatMap(({ heading, phone, inHelp, retiredAt }) =>
    inHelp && phone !== undefined && retiredAt === undefined ? [{ heading, phone }] : [],
  );
  return {
    numbers: numbers.slice(0, most),
    overdue: items.filter(({ overdue, mayChange }) => overdue && mayChange).length,
  };
}
