/** 128 bits from a cryptographic source as 32 lower-case hexadecimal digits. */
export type Id = string;

/** The only source of identifiers and form keys. */
export interface Ids {
  next(): Id;
}
