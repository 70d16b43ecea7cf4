import { z } from 'zod';
import type { RollEntry } from '../people/queries.ts';
import { procedureFields as fields, procedureKind } from './fields.ts';
import { createChildFinder, nameFault, wordsOfAddress } from './names-a-child.ts';
import { faultsOfDay } from './rules.ts';
import { day, httpsAddress } from './values.ts';

/** A review that is further away than this is no review. */
const mostDays = 3 * 366;

/** What a person writes down of a procedure; for the strict schema of an act. */
export const procedureValues = {
  heading: z.string().trim().min(1, 'Write a heading.').max(fields.heading.max),
  kind: z.enum(Object.keys(procedureKind) as [keyof typeof procedureKind], 'Choose a kind.'),
  partnership: z.string().trim().min(1, 'Write which partnership it is of.').max(fields.partnership.max),
  words: z.exactOptional(z.string().trim().max(fields.words.max)),
  url: z.exactOptional(httpsAddress(fields.url.max)),
  phone: z.exactOptional(
    z
      .string()
      .trim()
      .max(fields.phone.max)
      .regex(/^\+?\d[\d ()-]+$/, 'Write a telephone number in digits, or leave it empty.'),
  ),
  reviewOn: day,
  inHelp: z.boolean(),
};
const schema = z.strictObject(procedureValues);
export type ProcedureInput = z.infer<typeof schema>;

/** What is wrong with what was written of a procedure, beside what a field can say by itself. */
export function faultsOfProcedure(values: ProcedureInput, roll: readonly RollEntry[], now: string) {
  const { heading, words = '', url = '', phone, inHelp, reviewOn } = values;
  const find = createChildFinder(roll, []);
  const named = ([name, text]: readonly [string, string]) => {
    const found = find(text);
    return found === undefined ? [] : [nameFault(name, found)];
  };
  return [
    ...(
      [
        ['heading', heading],
        ['words', words],
        ['url', wordsOfAddress(url)],
      ] as const
    ).flatMap(named),
    ...(words === '' && url === '' && phone === undefined
      ? [{ name: 'words', message: 'Write what holds, or give a link or a telephone number.' }]
      : []),
    ...(inHelp && phone === undefined
      ? [{ name: 'phone', message: 'What stands in the chat’s help needs a telephone number.' }]
      : []),
    ...faultsOfDay('reviewOn', reviewOn, now, mostDays),
  ];
}

/** The values as a record holds them: a text that is empty is absent. */
export const writtenOf = ({ words, url, ...values }: ProcedureInput) => ({
  ...values,
  ...(words && { words }),
  ...(url && { url }),
});
