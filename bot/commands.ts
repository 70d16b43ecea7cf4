import { actionCommands } from './actions/commands.ts';
import { briefingCommands } from './briefings/commands.ts';
import { concernCommands } from './concerns/messages.ts';
import type { OnCommand } from './on-command.ts';

const offered = new Map(Object.entries({ ...concernCommands, ...actionCommands, ...briefingCommands }));
const greetings = new Set(['hi', 'hello', 'hey']);

/** Every command, which is what the manifest offers; one entry for each area. */
export const commands: readonly string[] = [...offered.keys()];

/** The command that a message is, if it is nothing else; undefined for all that a person may have to say. */
export function commandOf(text: string): OnCommand | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, '');
  return offered.get(greetings.has(word) ? 'help' : word);
}
