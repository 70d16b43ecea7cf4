import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { DutyContact } from './contract.ts';
import { onDuty, type OnDuty } from './queries.ts';

/** Who is on duty where one works; empty when nobody is. */
export const readDuty: View<Record<string, never>, OnDuty, DutyContact> = {
  verb: 'read-duty',
  shape: 'page',
  fields: ['personName', 'phone'],
  params: z.strictObject({}),
  query: onDuty,
  values: (_params, actor) => ({ school: actor.school }),
  present: ([lead]) =>
    lead ? { answer: { name: lead.personName, phone: lead.phone }, ids: [lead.id] } : { answer: {}, ids: [] },
};
