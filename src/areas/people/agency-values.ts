import { z } from 'zod';
import { agencyFields as fields, agencyKind } from './fields.ts';

const kinds = Object.keys(agencyKind) as [keyof typeof agencyKind];
const written = (max: number) => z.exactOptional(z.string().trim().min(1).max(max));

/** What a person writes down of an agency; for the strict schema of an act. */
export const agencyValues = {
  kind: z.enum(kinds, 'Choose what kind of agency it is.'),
  name: z.string().trim().min(1, 'Write its name.').max(fields.name.max),
  phone: written(fields.phone.max),
  email: z.exactOptional(
    z
      .string()
      .trim()
      .max(fields.email.max)
      .regex(/^\S+@\S+$/, 'This is no e-mail address.'),
  ),
  outOfHours: written(fields.outOfHours.max),
};

const schema = z.strictObject(agencyValues);
type Values = z.infer<typeof schema>;

/** What is wrong with what was written of an agency, beside what a field can say by itself. */
export function faultsOfAgency(
  { name, kind, phone, email }: Values,
  others: readonly { readonly name: string; readonly kind: string; readonly retiredAt: string | null }[],
): readonly { readonly name: string; readonly message: string }[] {
  const same = others.some(
    (other) => other.retiredAt === null && other.kind === kind && other.name.toLowerCase() === name.toLowerCase(),
  );
  return [
    ...(same ? [{ name: 'name', message: 'This agency is on the list already. Correct it there.' }] : []),
    ...(phone === undefined && email === undefined
      ? [{ name: 'phone', message: 'Write a telephone number or an e-mail address.' }]
      : []),
  ];
}
