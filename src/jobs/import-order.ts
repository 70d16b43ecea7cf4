import { z } from 'zod';
import { rosterIdentity } from '../access/actor.ts';
import type { RosterAnswer, RosterProgress } from '../areas/people/contract.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { Education } from '../ports/education.ts';
import { importRoster, type ImportParts } from './import-roster.ts';
import type { ImportRuns } from './import-runs.ts';
import type { ReadyRoster } from './ready-roster.ts';
import { rosterOfFiles } from './roster-of-files.ts';
import { rosterOfSync } from './roster-of-sync.ts';

/** What the import command asks of a Lantern, the files in base64; without files, School Data Sync. */
const order = z.strictObject({
  command: z.literal('import'),
  files: z.exactOptional(z.array(z.strictObject({ name: z.string(), content: z.base64() }))),
  school: z.exactOptional(z.string()),
  org: z.exactOptional(z.string()),
  apply: z.boolean(),
  confirmed: z.boolean(),
});
export type ImportCommandOrder = z.infer<typeof order>;

interface OrderParts extends ImportParts {
  readonly tenant: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly education: Education;
  readonly runs: ImportRuns;
}

type School = OrderParts['schools'][number];

/** Carries out what the import command asks, in the name of Lantern's own identity for it. */
export function createImportOrder(parts: OrderParts) {
  return async (asked: unknown, tell: (progress: RosterProgress) => void): Promise<Result<RosterAnswer>> => {
    const { files, school: id, org, apply, confirmed } = order.parse(asked);
    const { schools, education } = parts;
    const school = id === undefined && schools.length === 1 ? schools[0] : schools.find((one) => one.id === id);
    if (!school) {
      const why = `Say for which school: --school ${schools.map((one) => one.id).join(' or ')}.`;
      return { ok: true, answer: { state: 'unreadable', why } };
    }
    const bytes = files?.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }));
    const read = bytes ? rosterOfFiles(bytes, school.name, org) : await rosterOfSync(education, school.name, org);
    if (!read.ok) {
      const { ok: _ok, ...answer } = read;
      return { ok: true, answer };
    }
    return apply ? inItsTurn(parts, school, read.roster, confirmed, tell) : look(parts, school, read.roster);
  };
}

const look = (parts: OrderParts, { id: school }: School, roster: ReadyRoster) =>
  importRoster(parts, rosterIdentity(parts.tenant), { roster, school, apply: false, confirmed: true });

/** Brings it in, and has those who look at the tab see that it goes on. */
async function inItsTurn(
  parts: OrderParts,
  school: School,
  roster: ReadyRoster,
  confirmed: boolean,
  tell: (progress: RosterProgress) => void,
): Promise<Result<RosterAnswer>> {
  const identity = rosterIdentity(parts.tenant);
  const { id, name } = school;
  const run = parts.runs.begin({ school: { id, name }, source: roster.source, byName: identity.name });
  if (!run) return refuse('import-running');
  const both = (progress: RosterProgress) => {
    run.tell(progress);
    tell(progress);
  };
  let outcome: 'done' | 'confirm' | 'broke-off' = 'broke-off';
  try {
    const result = await importRoster(parts, identity, { roster, school: id, apply: true, confirmed }, both);
    if (result.ok) outcome = result.answer.state === 'confirm' ? 'confirm' : 'done';
    return result;
  } finally {
    run.end({ outcome });
  }
}
