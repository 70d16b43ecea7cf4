import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { showChild } from '../../../src/areas/concerns/show-child.ts';
import { deliverOnce, type Render } from '../../../src/jobs/deliver.ts';
import type { Card } from '../../../src/ports/card.ts';
import type { Delivery, Messenger, Recipient } from '../../../src/ports/messenger.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { noPosts } from '../../support/no-posts.ts';
import { recordedLog } from '../../support/recorded-log.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

interface Sent {
  readonly to: string;
  readonly kind: string;
  readonly replaced?: string;
}

/** Teams as a test wants it: notes what was sent and answers what it is told to. */
function teams() {
  const sent: Sent[] = [];
  const state: { answer: (to: Recipient) => Delivery } = {
    answer: () => ({ outcome: 'delivered', activityId: `activity-${sent.length}` }),
  };
  const kindOf = (card: Card) => card.speak ?? '';
  const messenger: Messenger = {
    async send(to, card) {
      const answer = state.answer(to);
      if (answer.outcome === 'delivered') sent.push({ to: to.person, kind: kindOf(card) });
      return answer;
    },
    async update(to, replaced, card) {
      const answer = state.answer(to);
      if (answer.outcome === 'delivered') sent.push({ to: to.person, kind: kindOf(card), replaced });
      return answer.outcome === 'delivered' ? { outcome: 'delivered', activityId: replaced } : answer;
    },
  };
  return { sent, messenger, state };
}

const cardOf = (kind: string): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [],
  speak: kind,
});

let kernel: Kernel;
let clock: HandSetClock;
let chat: ReturnType<typeof teams>;
let run: () => Promise<number>;
let shown: Render;
const gone = cardOf('gone');
beforeEach(async () => {
  clock = handSetClock();
  kernel = await startKernel({ now: clock.now });
  chat = teams();
  shown = async (kind) => cardOf(kind);
  const { log } = recordedLog();
  run = () =>
    deliverOnce({
      queue: kernel.messages,
      messenger: chat.messenger,
      render: (...of) => shown(...of),
      gone,
      posts: noPosts,
      log,
    });
});
afterEach(() => kernel.close());

async function report(card?: string): Promise<string> {
  const typed = {
    who: 'Ellie Marsden',
    words: 'She had no coat.',
    safeNow: 'yes',
    when: 'just now',
    ...(card && { card }),
  };
  const result = await kernel.perform(reportConcern, people.daniel, typed, newForm());
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer.concern;
}
async function drain(): Promise<void> {
  while ((await run()) > 0);
}

describe('delivery', () => {
  it('alerts the duty lead, and puts the receipt in the form’s place', async () => {
    await report('form-message');
    await drain();
    expect(chat.sent).toEqual([
      { to: people.priya.person, kind: 'alert-duty' },
      { to: people.daniel.person, kind: 'receipt', replaced: 'form-message' },
    ]);
  });

  it('keeps a message for somebody who is not reachable and sends it when they open the chat', async () => {
    await report();
    chat.state.answer = () => ({ outcome: 'unreachable', why: 'no-conversation' });
    await drain();
    clock.forward(10);
    expect(await run()).toBe(0);
    chat.state.answer = () => ({ outcome: 'delivered', activityId: 'a1' });
    const place = {
      conversationId: 'c',
      serviceUrl: 'https://smba.trafficmanager.net/x/',
      botId: 'b',
      teamsUserId: 'u',
    };
    expect(await kernel.references.save({ tenant, person: people.priya.person, ...place })).toEqual({ first: true });
    await drain();
    expect(chat.sent).toEqual([{ to: people.priya.person, kind: 'alert-duty' }]);
    expect(await kernel.references.save({ tenant, person: people.priya.person, ...place })).toEqual({ first: false });
  });

  it('tries again after Teams has failed, later each time, and sends once', async () => {
    await report();
    let calls = 0;
    chat.state.answer = () =>
      ++calls < 5 ? { outcome: 'failed', status: 503 } : { outcome: 'delivered', activityId: 'a1' };
    for (let second = 0; second < 60; second++) {
      await run();
      clock.forward(1);
    }
    expect(calls).toBe(5);
    expect(chat.sent).toHaveLength(1);
  });

  it('goes on with others while one person’s lane waits', async () => {
    await report('form-message');
    chat.state.answer = ({ person }) =>
      person === people.priya.person ? { outcome: 'failed', status: 503 } : { outcome: 'delivered', activityId: 'a1' };
    await drain();
    expect(chat.sent).toEqual([{ to: people.daniel.person, kind: 'receipt', replaced: 'form-message' }]);
  });

  it('renders every card about a record anew when it changes', async () => {
    const about = await report('form-message');
    await drain();
    chat.sent.length = 0;
    kernel.database.sqlite
      .prepare(
        `insert into outbox (tenant, channel, lane, act, payload, state, attempts, dueAt, fence, createdAt)
         values (?, 'message', ?, 'x', ?, 'waiting', 0, ?, 0, ?)`,
      )
      .run(tenant, about, JSON.stringify({ kind: 'refresh', to: '', about }), clock.now(), clock.now());
    await drain();
    expect(
      chat.sent
        .map(({ to, kind, replaced }) => `${to === people.priya.person ? 'priya' : 'daniel'} ${kind} ${replaced}`)
        .sort(),
    ).toEqual(['daniel receipt form-message', 'priya alert-duty activity-0']);
  });

  it('leaves no card in a chat whose reader may not see its record any more', async () => {
    const about = await report('form-message');
    await drain();
    chat.sent.length = 0;
    shown = async (kind) => (kind === 'alert-duty' ? undefined : cardOf(kind));
    await kernel.perform(showChild, people.priya, { concern: about }, newForm());
    clock.forward(31);
    await drain();
    expect(chat.sent).toEqual([{ to: people.priya.person, kind: 'gone', replaced: 'activity-0' }]);
  });

  it('keeps no trace of a message in the outbox once it is delivered', async () => {
    await report();
    await drain();
    const left = kernel.database.sqlite.prepare(`select count(*) from outbox where channel = 'message'`).pluck().get();
    expect(left).toBe(0);
  });

  it('puts a message off when rendering fails, and loses nothing', async () => {
    await report();
    const { log } = recordedLog();
    const broken = {
      queue: kernel.messages,
      messenger: chat.messenger,
      render: () => Promise.reject(new Error('no')),
      gone,
      posts: noPosts,
      log,
    };
    expect(await deliverOnce(broken)).toBe(1);
    clock.forward(2);
    await drain();
    expect(chat.sent).toHaveLength(1);
  });
});
