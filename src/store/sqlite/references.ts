import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Clock } from '../../ports/clock.ts';
import type { ConversationReference, ConversationReferences } from '../../ports/references.ts';

/** Conversation references in the operational store; not in SharePoint, since the next activity brings them back. */
export function createReferences(sqlite: SQLite.Database, clock: Clock): ConversationReferences {
  const find = sqlite.prepare<[string, string], ConversationReference>(
    'select * from reference where tenant = ? and person = ?',
  );
  const keep = sqlite.prepare<ConversationReference>(
    `insert or replace into reference (tenant, person, conversationId, serviceUrl, botId, teamsUserId)
     values (@tenant, @person, @conversationId, @serviceUrl, @botId, @teamsUserId)`,
  );
  // What could not reach this person until now is due at once.
  const release = sqlite.prepare<[string, string, string]>(
    `update outbox set dueAt = ? where channel = 'message' and tenant = ? and lane = ? and leaseUntil is null`,
  );
  const save = sqlite.transaction((reference: ConversationReference) => {
    keep.run(reference);
    release.run(clock.now(), reference.tenant, reference.person);
  });
  const same = (a: ConversationReference | undefined, b: ConversationReference) =>
    a !== undefined && (Object.keys(b) as (keyof ConversationReference)[]).every((key) => a[key] === b[key]);

  return {
    find: async ({ tenant, person }) => find.get(tenant, person),
    async save({ tenant, person, conversationId, serviceUrl, botId, teamsUserId }) {
      const reference = { tenant, person, conversationId, serviceUrl, botId, teamsUserId };
      const before = find.get(tenant, person);
      // Most activities bring the reference that is known: no write, no sync.
      if (!same(before, reference)) save.immediate(reference);
      return { first: before === undefined };
    },
  };
}
