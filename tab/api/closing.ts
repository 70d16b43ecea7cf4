/** Answers that will be the same however often one asks: a page that gets one shows it in place of what it has. */
export const closing: ReadonlySet<string> = new Set(['not-found', 'not-signed-in', 'wrong-organisation', 'suspended']);
