import type { Clock } from '../../ports/clock.ts';
import type { Recipient } from '../../ports/messenger.ts';
import type { ConversationReference, ConversationReferences } from '../../ports/references.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';

/** Conversation references in the operational store; not in SharePoint, since the next activity brings them back. */
export function createReferences(pool: Pool, clock: Clock): ConversationReferences {
  async function find({ tenant, person }: Recipient): Promise<ConversationReference | undefined> {
    const p = createParameters();
    const text = `select * from reference where tenant = ${p.text(tenant)} and person = ${p.text(person)}`;
    return (await pool.rows<ConversationReference>({ text, values: p.values }))[0];
  }
  const same = (a: ConversationReference | undefined, b: ConversationReference) =>
    a !== undefined && (Object.keys(b) as (keyof ConversationReference)[]).every((key) => a[key] === b[key]);

  /** Keeps it, and makes what could not reach this person until now due at once. */
  async function keep(reference: ConversationReference): Promise<void> {
    const p = createParameters();
    const { tenant, person, conversationId, serviceUrl, botId, teamsUserId } = reference;
    const values = [tenant, person, conversationId, serviceUrl, botId, teamsUserId].map(p.text).join(', ');
    const text = `with kept as (
        insert into reference (tenant, person, "conversationId", "serviceUrl", "botId", "teamsUserId") values (${values})
        on conflict (tenant, person) do update set "conversationId" = excluded."conversationId",
          "serviceUrl" = excluded."serviceUrl", "botId" = excluded."botId", "teamsUserId" = excluded."teamsUserId")
      update outbox set "dueAt" = ${p.text(clock.now())}
      where channel = 'message' and tenant = ${p.text(tenant)} and lane = ${p.text(person)} and "leaseUntil" is null`;
    await pool.rows({ text, values: p.values });
  }

  return {
    find,
    async save({ tenant, person, conversationId, serviceUrl, botId, teamsUserId }) {
      const reference = { tenant, person, conversationId, serviceUrl, botId, teamsUserId };
      const before = await find(reference);
      // Most activities bring the reference that is known: no write, no sync.
      if (!same(before, reference)) await keep(reference);
      return { first: before === undefined };
    },
  };
}
