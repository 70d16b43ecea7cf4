import type { Result } from '../src/perform/problem.ts';
import type { Recipient } from '../src/ports/messenger.ts';
import type { BotReply } from './framework/events.ts';
import { sayProblem, type Press } from './own-card.ts';
import type { BotServices } from './services.ts';

/** A button in a channel is one for all who see it: it is sealed for nobody, and who pressed it is asked each time. */
export const inChannel = (tenant: string): Recipient => ({ tenant, person: 'a channel' });

export interface PostWords {
  readonly done: string;
  /** To whoever may not. */
  readonly notTheirs: string;
  readonly stale: string;
}

/** Does for whoever pressed it what a button in a channel says; they are asked for each time, and the post stays the same for all. */
export async function onPost(
  services: BotServices,
  press: Press,
  act: (about: string, form: string) => Promise<Result<unknown>>,
  words: PostWords,
): Promise<BotReply> {
  const { actor, verb, data } = press;
  const opened = services.seals.open(inChannel(actor.tenant), verb, data);
  if (opened.kind === 'stale') return { kind: 'text', text: words.stale };
  if (opened.kind === 'forged' || opened.about === undefined) {
    services.log.security('card.not-ours', { verb, person: actor.person });
    return sayProblem({ code: 'not-our-card' });
  }
  const result = await act(opened.about, opened.form);
  if (result.ok) return { kind: 'text', text: words.done };
  return result.problem.code === 'not-found' ? { kind: 'text', text: words.notTheirs } : sayProblem(result.problem);
}
