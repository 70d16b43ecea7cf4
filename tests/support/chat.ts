import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import { castMember, demo } from '../../src/local/cast.ts';
import type { Card } from '../../src/ports/card.ts';
import { listening } from './listening.ts';
import { until } from './until.ts';

/** A message of Lantern's as it stands in the chat now. */
export interface Message {
  readonly id: string;
  /** What it answers, when it was written in answer to something. */
  readonly replyTo?: string | undefined;
  card?: Card;
  text?: string;
}

/** What came of a press. `card` is already in the message's place; `note` is said to this person alone. */
export interface Pressed {
  readonly status: number;
  readonly card?: Card;
  readonly note?: string;
}

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Chat {
  /** What Lantern has written, oldest first; a message that was updated stands here as it is now. */
  readonly messages: readonly Message[];
  /** Every card and text that ever reached this chat, as JSON. */
  readonly everything: readonly string[];
  /** Adds the app, as the first opening of a chat does. */
  install(): Promise<number>;
  /** Types a text. @returns what Lantern answered */
  say(text: string): Promise<Message>;
  /** Presses a button of a message's card, by its verb. */
  press(message: Message, verb: string, inputs?: object): Promise<Pressed>;
  /** Presses a button whose data the test made itself. */
  pressWith(verb: string, data: unknown, inCard?: string): Promise<Pressed>;
  /** An activity of this person, as Teams would write it. */
  activity(change: object): object;
  close(): Promise<void>;
}

/** The buttons of a card, those at its foot first. */
export const actionsOf = (card: Card | undefined): readonly Button[] =>
  [
    ...(card?.actions ?? []),
    ...(card?.body ?? []).flatMap((part) => (part.type === 'ActionSet' ? part.actions : [])),
  ].filter((action) => action.type === 'Action.Execute') as unknown as readonly Button[];

const spoken = new Set(['text', 'title', 'value', 'label', 'placeholder', 'errorMessage']);

/** All that a person can read in a card, a line for each piece, without the escapes that keep Markdown out. */
export function readable(card: Card | undefined): string {
  const pieces: string[] = [];
  JSON.stringify(card ?? null, (key, value: unknown) => {
    if (key === 'data') return undefined;
    if (spoken.has(key) && typeof value === 'string') pieces.push(value.replace(/\\(?=[!-/:-@[-`{-~])/g, ''));
    return value;
  });
  return pieces.join('\n');
}

/** The reference that a card names. @throws Error when it names none */
export function refIn(card: Card | undefined): string {
  const found = /C-\d{4}-\d{4}/.exec(readable(card));
  if (!found) throw new Error('the card names no concern');
  return found[0];
}

interface Sent {
  readonly text?: string;
  readonly attachments?: readonly { readonly content: Card }[];
}

/**
 * A person's own chat with Lantern without a window: what they do goes through the relay, which signs it with the
 * tenant's channel keys; what Lantern writes arrives at a connector that keeps it as Teams does.
 * @param key instance at the relay, one of the cast's
 * @param person who speaks there; the member of the cast when absent
 */
export async function openChat(
  tenantOrigin: string,
  key: string,
  person: { readonly id: string; readonly name: string } = castMember(key),
): Promise<Chat> {
  const messages: Message[] = [];
  const everything: string[] = [];
  const keep = (message: Message, { text, attachments }: Sent) => {
    const card = attachments?.[0]?.content;
    everything.push(JSON.stringify(card ?? text));
    if (card) message.card = card;
    if (text) message.text = text;
  };
  const connector = await listening(
    createServer(
      express()
        .use(express.json({ limit: '2mb' }))
        .post('/v3/conversations/:chat/activities{/:replyTo}', (request, response) => {
          const message: Message = { id: `${key}-${randomUUID()}`, replyTo: request.params.replyTo };
          keep(message, request.body as Sent);
          messages.push(message);
          response.status(201).json({ id: message.id });
        })
        .put('/v3/conversations/:chat/activities/:id', (request, response) => {
          const found = messages.find(({ id }) => id === request.params.id);
          if (!found) return void response.status(404).json({ error: { code: 'ActivityNotFoundInConversation' } });
          keep(found, request.body as Sent);
          response.json({ id: found.id });
        }),
    ),
  );

  const activity = (change: object) => ({
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.origin,
    from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
    recipient: { id: `28:${demo.botAppId}`, name: 'Lantern' },
    conversation: { id: `a:${person.id}`, tenantId: demo.tenantId, conversationType: 'personal' },
    channelData: { tenant: { id: demo.tenantId } },
    ...change,
  });
  const post = (change: object) =>
    fetch(`${tenantOrigin}/playground/${key}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity(change)),
    });

  const pressWith: Chat['pressWith'] = async (verb, data, inCard) => {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, ...(inCard && { replyToId: inCard }) };
    const answer = await post(invoke);
    if (!answer.ok) return { status: answer.status };
    const said = (await answer.json()) as { readonly statusCode: number; readonly value: Card | string };
    if (typeof said.value === 'string') return { status: said.statusCode, note: said.value };
    everything.push(JSON.stringify(said.value));
    const message = messages.find(({ id }) => id === inCard);
    if (message) message.card = said.value;
    return { status: said.statusCode, card: said.value };
  };

  return {
    messages,
    everything,
    activity,
    pressWith,
    install: async () => (await post({ type: 'installationUpdate', action: 'add' })).status,
    async say(text) {
      const id = randomUUID();
      const { status } = await post({ type: 'message', text, id });
      const answer = messages.findLast(({ replyTo }) => replyTo === id);
      if (!answer) throw new Error(`no answer came (${status})`);
      return answer;
    },
    async press(message, verb, inputs = {}) {
      const button = actionsOf(message.card).find((action) => action.verb === verb);
      if (!button) throw new Error(`there is no button ${verb} on this card`);
      return pressWith(verb, { ...button.data, ...inputs }, message.id);
    },
    close: () => connector.close(),
  };
}

/** Waits for a card about a concern in this chat, e.g. a lead's alert. */
export const cardAbout = (chat: Chat, ref: string, seconds = 30): Promise<Message> =>
  until(`a card about ${ref}`, () => chat.messages.find(({ card }) => readable(card).includes(ref)), seconds);

/** What a person fills in. */
export interface Filled {
  readonly who: string;
  readonly words: string;
  readonly safeNow?: string;
  readonly when?: string;
}

export const usual = { safeNow: 'not-sure', when: 'just now' } as const;

/** Opens an empty form, fills it in and sends it once. */
export async function sendReport(chat: Chat, filled: Filled): Promise<Pressed & { readonly form: Message }> {
  const form = await chat.say('report');
  return { form, ...(await chat.press(form, 'report-concern', { ...usual, ...filled })) };
}
