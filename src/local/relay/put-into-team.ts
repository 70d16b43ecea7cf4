import { randomUUID } from 'node:crypto';
import { demo, type CastMember } from '../cast.ts';
import { teamOf } from '../playground/settings.ts';

/**
 * Adds Lantern to the team in somebody’s chat window, as an owner of a team does in Teams: a Playground has it there without saying so.
 * @param messages the relay’s address for the window
 */
export async function putIntoTeam(messages: string, person: CastMember): Promise<void> {
  const team = teamOf(person.key);
  const bot = { id: `28:${demo.botAppId}`, name: 'Lantern' };
  const answer = await fetch(messages, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'conversationUpdate', id: randomUUID(), channelId: 'msteams', membersAdded: [{ id: bot.id }] },
      ...{ from: { id: `29:${person.key}`, name: person.name, aadObjectId: person.id }, recipient: bot },
      conversation: { id: team, tenantId: demo.tenantId, conversationType: 'channel', isGroup: true },
      channelData: {
        ...{ tenant: { id: demo.tenantId }, eventType: 'teamMemberAdded' },
        team: { id: team, name: `Safeguarding team (${person.name}’s window)` },
      },
    }),
  });
  await answer.body?.cancel();
}
