import type { LocalHandler } from '../system/local-socket.ts';

/**
 * What commands at the machine may ask of a Lantern, by the name that stands in the order; the handler reads the rest.
 * @throws Error for a command that this version does not know
 */
export function ordersOf(handlers: Readonly<Record<string, LocalHandler>>): LocalHandler {
  return async (order, tell) => {
    const name = typeof order === 'object' && order !== null && 'command' in order ? String(order.command) : '';
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handler) throw new Error('Lantern does not know this command. Is it another version?');
    return handler(order, tell);
  };
}
