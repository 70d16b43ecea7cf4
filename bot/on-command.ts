import type { BotActor, BotReply } from './framework/events.ts';
import type { BotServices } from './services.ts';

/** Answers a word that is a command when it stands alone. */
export type OnCommand = (services: BotServices, actor: BotActor) => Promise<BotReply>;
