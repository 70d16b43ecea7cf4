/**
 * Answers after which a page shows nothing of what it has. They will be the same however often one asks; only that nobody is signed in
 * passes, so that what stands there is covered then and kept.
 */
export const closing: ReadonlySet<string> = new Set(['not-found', 'not-signed-in', 'wrong-organisation', 'suspended']);
