import { describe, expect, it } from 'vitest';
import { activitySchema } from '../../../bot/framework/activity.ts';
import { toEvent, toReference } from '../../../bot/framework/to-event.ts';
import { activity, ids, serviceUrl } from '../../support/bot-door.ts';

const actor = { tenant: ids.tenant, person: ids.person, name: 'Daniel Osei', door: 'chat' as const };
const parsed = (change: object) => activitySchema.parse(activity(change));
const event = (change: object, first = false) => toEvent(parsed(change), actor, first);
const reference = (change: object) => toReference(parsed(change), actor);
const inConversation = (conversationType?: string) => ({
  conversation: { id: 'c', tenantId: ids.tenant, conversationType },
});

describe('a message', () => {
  it('is its text, trimmed and otherwise as typed', () => {
    const text = ' O’Brien-Łukasz said &lt;b&gt; <script>alert(1)</script> **not** me  ';
    expect(event({ text })).toEqual({ kind: 'message', actor, conversation: 'personal', text: text.trim() });
  });

  it('loses the bot’s mention and keeps those of other people', () => {
    const said = event({
      text: '<at>Lantern</at> please tell <at>Priya</at>',
      entities: [
        { type: 'clientInfo', locale: 'en-GB' },
        { type: 'mention', text: '<at>Lantern</at>', mentioned: { id: `28:${ids.bot}`, name: 'Lantern' } },
        { type: 'mention', text: '<at>Priya</at>', mentioned: { id: '29:priya', name: 'Priya' } },
      ],
      ...inConversation('channel'),
    });
    expect(said).toMatchObject({ kind: 'message', conversation: 'channel', text: 'please tell <at>Priya</at>' });
  });

  it('without text, as with a picture alone, is still a message', () => {
    expect(event({ text: undefined })).toMatchObject({ kind: 'message', text: '' });
  });

  it('with a verb and no text is a press of an Action.Submit', () => {
    const value = { verb: 'report', who: 'Ellie' };
    expect(event({ text: undefined, value, replyToId: '17' })).toEqual({
      kind: 'action',
      actor,
      conversation: 'personal',
      verb: 'report',
      data: value,
      cardActivityId: '17',
    });
  });

  it('with text and a value is what was typed', () => {
    expect(event({ text: 'help', value: { verb: 'report' } })).toMatchObject({ kind: 'message', text: 'help' });
  });
});

describe('a press of an Action.Execute', () => {
  const invoke = (value: unknown, name = 'adaptiveCard/action') =>
    event({ type: 'invoke', name, value, text: undefined, replyToId: '17' });

  it('is its verb with whatever the card and its inputs held', () => {
    const data = { form: 'f'.repeat(32), who: 'Ellie' };
    expect(invoke({ action: { type: 'Action.Execute', verb: 'report', data } })).toMatchObject({
      kind: 'action',
      verb: 'report',
      data,
      cardActivityId: '17',
    });
  });

  it.each([undefined, null, 'text', {}, { action: {} }, { action: { verb: 7 } }])(
    'with a value of %j still gets an answer',
    (value) => {
      expect(invoke(value)).toMatchObject({ kind: 'action', verb: '', data: undefined });
    },
  );

  it('of another kind of invoke is nothing Lantern knows', () => {
    expect(invoke({}, 'task/fetch')).toBeUndefined();
  });
});

describe('an installation', () => {
  it.each([true, false])('says whether it is the first: %j', (first) => {
    expect(event({ type: 'installationUpdate', action: 'add' }, first)).toEqual({
      kind: 'installed',
      actor,
      conversation: 'personal',
      first,
    });
  });

  it.each(['remove', 'add-upgrade', undefined])('with the action %j welcomes nobody', (action) => {
    expect(event({ type: 'installationUpdate', action })).toBeUndefined();
  });

  it('is not told a second time by the conversationUpdate that comes with it', () => {
    expect(event({ type: 'conversationUpdate', membersAdded: [{ id: '29:daniel' }] })).toBeUndefined();
  });
});

it.each([undefined, 'meeting', ''])(
  'a conversation of kind %j is not answered: who listens there is not known',
  (kind) => {
    expect(event(inConversation(kind))).toBeUndefined();
  },
);

describe('where to write to a person first', () => {
  const known = {
    tenant: ids.tenant,
    person: ids.person,
    conversationId: 'a:personal-daniel',
    serviceUrl,
    botId: `28:${ids.bot}`,
    teamsUserId: '29:daniel',
  };

  it.each([{}, { type: 'installationUpdate', action: 'add' }, { type: 'installationUpdate', action: 'add-upgrade' }])(
    'is learnt from their own chat by %j',
    (change) => {
      expect(reference(change)).toEqual(known);
    },
  );

  it.each([
    inConversation('channel'),
    inConversation('groupChat'),
    inConversation(),
    { type: 'installationUpdate', action: 'remove' },
    { type: 'invoke', name: 'adaptiveCard/action' },
    { type: 'conversationUpdate' },
  ])('is not learnt from %j', (change) => {
    expect(reference(change)).toBeUndefined();
  });
});
