import type { Perform } from '../perform/perform.ts';
import type { Telemetry } from '../ports/telemetry.ts';

/** Follows each act, by its verb and what became of it. */
export const tracedPerform =
  (perform: Perform, telemetry: Telemetry): Perform =>
  (useCase, identity, input, form) =>
    telemetry.during('perform', { verb: useCase.verb }, async (end) => {
      const result = await perform(useCase, identity, input, form);
      const outcome = result.ok ? 'done' : result.problem.code;
      end({ outcome }, outcome === 'busy' || outcome === 'broken' ? 'failed' : undefined);
      return result;
    });
