import { z } from 'zod';
import type { Actor, Identity } from '../access/types.ts';
import {
  largestUpload,
  rosterFileNames,
  uploadTooLarge,
  type HeldRoster,
  type RosterDesk,
  type RosterPreview,
  type SchoolName,
} from '../areas/people/contract.ts';
import { compareStaff } from '../areas/people/roster-views.ts';
import type { RosterDoor } from '../areas/people/routes.ts';
import { invalidInput } from '../perform/invalid-input.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { Education } from '../ports/education.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Held, HeldRosters } from './held-rosters.ts';
import { importRoster, type ImportParts } from './import-roster.ts';
import type { ImportRuns } from './import-runs.ts';
import type { ReadyEnd } from './ready-roster.ts';
import { rosterOfFiles } from './roster-of-files.ts';
import { rosterOfSync } from './roster-of-sync.ts';
import { runRoster } from './run-roster.ts';

const key = z.string().regex(/^[0-9a-f]{32}$/);
const file = z.strictObject({ name: z.string().max(255), content: z.base64() });
const where = { school: z.string(), org: z.exactOptional(z.string().max(255)) };
const fresh = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('files'), files: z.array(file).min(1).max(rosterFileNames.length), ...where }),
  z.strictObject({ source: z.literal('school-data-sync'), ...where }),
]);
const again = z.strictObject({ held: key });
const apply = z.strictObject({ form: key, held: key, leaving: z.exactOptional(z.int().min(0)) });

export interface RosterDeskParts extends ImportParts {
  readonly ids: Ids;
  readonly log: Log;
  readonly schools: readonly SchoolName[];
  /** Whose rights reach which schools, as they are now. */
  readonly rightsOf: (
    identity: Identity,
  ) => Promise<{ readonly actor: Actor; schools(verb: string): readonly string[] }>;
  readonly education: Education;
  readonly held: HeldRosters;
  readonly runs: ImportRuns;
}

/** The tab's import: what one has looked at is kept between two requests, and an import goes on after its answer. */
export function createRosterDesk(parts: RosterDeskParts): RosterDoor & { stop(): Promise<void> } {
  const { held, runs } = parts;
  const ending = new AbortController();
  const going = new Set<Promise<unknown>>();

  const schoolsOf = async (identity: Identity) => {
    const { actor, schools } = await parts.rightsOf(identity);
    const ids = schools('import-roster');
    return { name: actor.name, schools: parts.schools.filter(({ id }) => ids.includes(id)) };
  };
  /** Not found, and journalled as any look beyond one's reach. */
  const refused = async (identity: Identity, school: string) => {
    const looked = await parts.read(compareStaff, identity, { school });
    return looked.ok ? refuse('not-found') : looked;
  };

  async function desk(identity: Identity): Promise<Result<RosterDesk>> {
    const { schools } = await schoolsOf(identity);
    if (schools.length === 0) return refused(identity, '');
    const mine = held.find(identity);
    return {
      ok: true,
      answer: {
        schools: schools.map(({ id, name }) => ({ id, name })),
        runs: runs.of(schools.map(({ id }) => id)),
        ...(mine && { held: outlineOf(mine) }),
      },
    };
  }

  async function planned(identity: Identity, kept: Held): Promise<Result<RosterPreview>> {
    const { roster, school } = kept;
    const order = { roster, school: school.id, apply: false, confirmed: false };
    const plan = await importRoster(parts, identity, order);
    if (!plan.ok) return plan;
    const { confirm } = plan.answer;
    held.put(identity, { ...outlineOf(kept), roster, ...(confirm && { leaving: confirm.leaving }) });
    return { ok: true, answer: { ...plan.answer, ...outlineOf(kept) } };
  }

  return {
    desk,
    may: async (identity) => (await schoolsOf(identity)).schools.length > 0,
    async preview(identity, body) {
      const { schools } = await schoolsOf(identity);
      if (schools.length === 0) return refused(identity, '');
      const old = again.safeParse(body);
      if (old.success) {
        const kept = held.find(identity, old.data.held);
        return kept ? planned(identity, kept) : refuse('look-again');
      }
      const asked = fresh.safeParse(body);
      if (!asked.success) return invalidInput(asked.error);
      const school = schools.find(({ id }) => id === asked.data.school);
      if (!school) return refused(identity, asked.data.school);
      const read = await readyOf(parts.education, school, asked.data);
      if (read.ok) {
        const { id, name } = school;
        const { roster } = read;
        return planned(identity, { held: parts.ids.next(), school: { id, name }, source: roster.source, roster });
      }
      const { ok: _ok, ...answer } = read;
      return { ok: true, answer };
    },
    async apply(identity, body) {
      const { name, schools } = await schoolsOf(identity);
      if (schools.length === 0) return refused(identity, '');
      const asked = apply.safeParse(body);
      if (!asked.success) return invalidInput(asked.error);
      const { form, held: id, leaving } = asked.data;
      if (runs.knows(form)) return desk(identity);
      const kept = held.find(identity, id);
      if (!kept || (kept.leaving !== undefined && kept.leaving !== leaving)) return refuse('look-again');
      const { roster, school, source } = kept;
      if (!schools.some((one) => one.id === school.id)) return refused(identity, school.id);
      const run = runs.begin({ school, source, byName: name, form });
      if (!run) return refuse('import-running');
      const order = { roster, school, confirmed: leaving ?? 0, signal: ending.signal };
      const end = runRoster(parts, identity, order, run).then((done) => {
        if (done) held.drop(identity, id);
      });
      going.add(end);
      void end.finally(() => going.delete(end));
      return desk(identity);
    },
    async discard(identity, body) {
      const asked = again.safeParse(body);
      if (asked.success) held.drop(identity, asked.data.held);
      return desk(identity);
    },
    async stop() {
      ending.abort();
      held.clear();
      await Promise.all(going);
    },
  };
}

const outlineOf = ({ held, school, source }: Held): HeldRoster => ({ held, school, source });

async function readyOf(education: Education, school: SchoolName, asked: z.infer<typeof fresh>): Promise<ReadyEnd> {
  if (asked.source === 'school-data-sync') return rosterOfSync(education, school.name, asked.org);
  const files = asked.files
    .filter(({ name }) => rosterFileNames.includes(name.toLowerCase()))
    .map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }));
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > largestUpload) return { ok: false, state: 'unreadable', why: uploadTooLarge };
  return rosterOfFiles(files, school.name, asked.org);
}
