import { z } from 'zod';
import type { Identity } from '../access/types.ts';
import type { ProofDesk, ProofVerdict } from '../areas/journal/contract.ts';
import type { JournalDoor } from '../areas/journal/routes.ts';
import { lookAtProof, proveJournal } from '../areas/journal/views.ts';
import { describeVerification } from '../jobs/describe-verification.ts';
import { createRestedRuns } from '../jobs/rested-runs.ts';
import type { VerifyAnswer, VerifyProgress } from '../jobs/verify-order.ts';
import { invalidInput } from '../perform/invalid-input.ts';
import type { Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { LocalHandler } from '../system/local-socket.ts';

const request = z.strictObject({ form: z.string().regex(/^[0-9a-f]{32}$/) });

export interface ProofDeskParts {
  readonly read: Read;
  /** What the verify command asks for. */
  readonly verify: LocalHandler;
  /** How many entries there are now. */
  readonly head: () => Promise<number>;
  /** The machine's. */
  readonly clock: Clock;
  readonly log: Log;
}

const chain = 'Every entry in Lantern’s database holds to the one before it.';

/**
 * A verdict for people who read the journal. While all is well it has no number: how many entries there are would tell how many one
 * does not see. What is wrong is named by its number, as the verify command does it.
 */
export function verdictOf(answer: VerifyAnswer, at: string): ProofVerdict {
  const { ok, lines } = describeVerification(answer);
  if (ok) return { at, outcome: 'holds', says: [chain, 'SharePoint’s copy and its anchors agree.'] };
  if (answer.faults.length > 0) return { at, outcome: 'broken', says: lines.map((line) => line.trim()) };
  return {
    at,
    outcome: 'half',
    says: [chain, `What lies in SharePoint was not proved. ${answer.unread ?? ''}`.trim()],
  };
}

/** The tab's way to the proof of the journal: the same as the verify command, one at a time. */
export function createProofDesk({ read, verify, head, clock, log }: ProofDeskParts): Pick<
  JournalDoor,
  'proof' | 'prove'
> & {
  stop(): void;
} {
  let percent = 0;
  const runs = createRestedRuns<ProofVerdict>({
    ...{ name: 'proof', clock, log },
    async run() {
      percent = 0;
      const all = Math.max(1, await head());
      const answer = await verify({ command: 'verify' }, (progress) => {
        percent = Math.min(100, Math.floor((100 * (progress as VerifyProgress).done) / all));
      });
      return verdictOf(answer as VerifyAnswer, clock.now());
    },
  });

  async function proof(identity: Identity): Promise<Result<ProofDesk>> {
    const { found, running, ...rest } = runs.state();
    const state = { ...rest, ...(found && { verdict: found }), ...(running && { running: { ...running, percent } }) };
    const shown = await read(lookAtProof, identity, state);
    return shown.ok ? { ok: true, answer: shown.answer.answer } : shown;
  }

  return {
    proof,
    async prove(identity, body) {
      const may = await read(proveJournal, identity, {});
      if (!may.ok) return may;
      const asked = request.safeParse(body);
      if (!asked.success) return invalidInput(asked.error);
      runs.begin();
      return proof(identity);
    },
    stop: runs.stop,
  };
}
