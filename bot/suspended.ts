import { problems } from '../src/perform/problem.ts';
import type { BotHandler } from './framework/events.ts';

/** Answers everybody while Lantern is switched off for their organisation: nobody may believe that it took something in. */
export const whileSuspended: BotHandler = async () => ({ kind: 'text', text: problems.suspended });
