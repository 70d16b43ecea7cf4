/** A child on a roll: given name, family name, form, known as. */
export type RollRow = readonly [given: string, family: string, form: string, knownAs?: string];
