import type { OnCommand } from '../on-command.ts';
import { showOwnActions } from './show.ts';

/** What the commands about actions answer; the manifest offers them. */
export const actionCommands: Readonly<Record<string, OnCommand>> = { 'my actions': showOwnActions };
