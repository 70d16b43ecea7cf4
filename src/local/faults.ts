import { z } from 'zod';

/** How many calls it hits (all, when absent) and of which methods (any, when absent). */
const aim = {
  count: z.int().min(1).optional(),
  methods: z
    .array(z.enum(['GET', 'POST', 'PATCH', 'DELETE']))
    .min(1)
    .optional(),
};

/** What can be made to go wrong with `/v1.0`, and nothing else. Durations are seconds where named so, else milliseconds. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unavailable'), retryAfterSeconds: z.int().min(0).optional(), ...aim }),
  z.strictObject({ kind: z.literal('throttle'), retryAfterSeconds: z.int().min(0).default(1), ...aim }),
  z.strictObject({
    kind: z.literal('slow'),
    ms: z.int().min(0),
    /** `before`: a caller that gives up leaves it carried out. `after`: a caller that gives up leaves nothing. */
    work: z.enum(['before', 'after']).default('before'),
    ...aim,
  }),
  z.strictObject({ kind: z.literal('lost-reply'), ...aim }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultRequest = z.input<typeof faultSchema>;
export type ActiveFault = Exclude<Fault, { kind: 'none' }>;

export interface Faults {
  /** @throws z.ZodError for anything but a fault of the closed set */
  set(fault: FaultRequest): void;
  current(): Fault;
  /** The fault that hits a call of this method now; counts it. */
  take(method: string): ActiveFault | undefined;
}

/** The switch that breaks Graph on purpose. Begins with nothing broken. */
export function createFaults(): Faults {
  let fault: Fault = { kind: 'none' };
  return {
    set: (request) => void (fault = faultSchema.parse(request)),
    current: () => fault,
    take(method) {
      if (fault.kind === 'none') return undefined;
      const hit = fault;
      if (hit.methods?.every((aimed) => aimed !== method)) return undefined;
      if (hit.count !== undefined) fault = hit.count === 1 ? { kind: 'none' } : { ...hit, count: hit.count - 1 };
      return hit;
    },
  };
}
