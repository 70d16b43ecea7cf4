import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { documentFields } from './fields.ts';
import { document, type Document } from './record.ts';

const input = z.strictObject({
  document: z.string(),
  verdict: z.enum(['clean', 'infected', 'missing']),
  threat: z.exactOptional(z.string().max(documentFields.threat.max)),
});

/**
 * Lantern's own act: what the virus scan said of a document, or that its bytes are gone. What was found to be infected never
 * becomes anything else.
 */
export const recordScan: UseCase<z.infer<typeof input>, { readonly subject: Document | undefined }, null> = {
  verb: 'record-scan',
  input,
  needs: ({ document: id }) => ({ subject: one(document, id) }),
  decide({ subject }, { verdict, threat }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const open = verdict === 'missing' ? subject.driveItemId === undefined : subject.state === 'pending-scan';
    if (!open || subject.state === 'infected') return { ok: false, problem: { code: 'already-done' } };
    const values = {
      state: verdict,
      ...(verdict !== 'missing' && { scannedAt: now }),
      ...(threat !== undefined && { threat }),
    };
    return {
      ok: true,
      change: {
        put: [update(document, subject, values)],
        lane: subject.concernId,
        entries: [{ about: subject.concernId, what: `document-${verdict}` }],
        effects: [],
      },
      answer: null,
    };
  },
};
