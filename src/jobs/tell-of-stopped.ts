import { filingIdentity } from '../access/actor.ts';
import { concern, concernAddendum, concernDecision, routedLine } from '../areas/concerns/record.ts';
import { document } from '../areas/files/record.ts';
import { tellOfStoppedFiling } from '../areas/concerns/tell-of-stopped-filing.ts';
import { staffConcern, staffNote } from '../areas/staff-concerns/record.ts';
import { tellOfStoppedStaffFiling } from '../areas/staff-concerns/tell-of-stopped-staff-filing.ts';
import { formFrom } from '../perform/digest.ts';
import type { Perform } from '../perform/perform.ts';
import type { FilingPayload, Task } from '../ports/outbox.ts';

const ofConcerns: ReadonlySet<string> = new Set(
  [concern, concernAddendum, concernDecision, routedLine, document].map(({ name }) => name),
);
const ofStaff: ReadonlySet<string> = new Set([staffConcern, staffNote].map(({ name }) => name));

/**
 * Has the leads told that a concern is not filed until one of them has looked; of a concern about an adult whoever manages it, and
 * no lead. The lane is the concern's; records of other kinds have nobody to decide about them yet and stand in the log only.
 * @throws Error when nobody could be told, so that the lane is tried again and not left standing in silence
 */
export const createTellOfStopped =
  (perform: Perform) =>
  async ({ tenant, lane, act, fence, payload }: Task<FilingPayload>): Promise<void> => {
    const aboutStaff = ofStaff.has(payload.record);
    if (!aboutStaff && !ofConcerns.has(payload.record)) return;
    // The fence grows with each claim: an act that stops again after a lead has decided is told of again.
    const form = formFrom(`stopped:${act}:${payload.id}:${fence}`);
    const by = filingIdentity(tenant);
    const about = { concern: lane, school: payload.school };
    const told = aboutStaff
      ? await perform(tellOfStoppedStaffFiling, by, about, form)
      : await perform(tellOfStoppedFiling, by, about, form);
    if (!told.ok && told.problem.code !== 'not-found') throw new Error(`nobody was told: ${told.problem.code}`);
  };
