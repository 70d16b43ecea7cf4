import { z } from 'zod';
import { rosterIdentity } from '../access/actor.ts';
import type { RosterAnswer, RosterProgress } from '../areas/people/contract.ts';
import type { Result } from '../perform/problem.ts';
import { importRoster, type ImportParts } from './import-roster.ts';

/** What the import command asks of a Lantern, the files in base64. */
const order = z.strictObject({
  command: z.literal('import'),
  files: z.array(z.strictObject({ name: z.string(), content: z.base64() })),
  school: z.exactOptional(z.string()),
  org: z.exactOptional(z.string()),
  apply: z.boolean(),
  confirmed: z.boolean(),
});
export type ImportCommandOrder = z.infer<typeof order>;

interface OrderParts extends ImportParts {
  readonly tenant: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}

/** Carries out what the import command asks, in the name of Lantern's own identity for it. */
export function createImportOrder(parts: OrderParts) {
  return async (asked: unknown, tell: (progress: RosterProgress) => void): Promise<Result<RosterAnswer>> => {
    const { files, school: id, org, apply, confirmed } = order.parse(asked);
    const { schools } = parts;
    const school = id === undefined && schools.length === 1 ? schools[0] : schools.find((one) => one.id === id);
    if (!school) {
      const why = `Say for which school: --school ${schools.map((one) => one.id).join(' or ')}.`;
      return { ok: true, answer: { state: 'unreadable', why } };
    }
    const bytes = files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }));
    return importRoster(parts, rosterIdentity(parts.tenant), { files: bytes, school, org, apply, confirmed }, tell);
  };
}
