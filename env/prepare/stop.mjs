/** A fault that a person can mend: its message says how, and is shown without a stack. */
export class Stop extends Error {}
