const shape = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/;

/** The first text that has the shape of a unique pupil number (DfE: a check letter, eleven digits, a digit or letter). */
export const upnOf = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.map((text) => text?.trim().toUpperCase()).find((text) => text !== undefined && shape.test(text));
