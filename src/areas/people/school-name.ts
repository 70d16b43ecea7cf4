/** A school of the trust, as people call it. */
export interface SchoolName {
  readonly id: string;
  readonly name: string;
  /** As people dial it. */
  readonly telephone?: string;
}
