import type { OnCommand } from '../on-command.ts';
import { showBriefings } from './show.ts';

/** What the commands about briefings answer; the manifest offers them. */
export const briefingCommands: Readonly<Record<string, OnCommand>> = { briefings: showBriefings };
