/** A child whom a rendering must not name, with all that would tell who it is. */
export interface HiddenChild {
  /** What stands in the rendering instead: "Child A". */
  readonly label: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs?: string | null;
  readonly middleNames?: string | null;
  /** Each in full, one a line. */
  readonly formerNames?: string | null;
  readonly formGroup?: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | null;
  readonly upn?: string | null;
  /** Names in full of whoever belongs to the child: a mother’s name tells whose mother she is. */
  readonly family?: readonly string[];
}

const letters = 26;

/** "Child A", "Child B" … "Child Z", "Child AA": by the order in which the meeting has them, and never by their initials. */
export function childLabel(index: number): string {
  const last = String.fromCharCode(65 + (index % letters));
  const before = Math.floor(index / letters);
  return before === 0 ? `Child ${last}` : `${childLabel(before - 1)}${last}`;
}
