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

/** What else there is to know, where a text is about some children of a school and may speak of all. */
export interface Around {
  /**
   * Every other child of the school’s roll. What tells apart one of a few tells nothing of one of a thousand: a form, a birthday
   * without its year and letters that are an abbreviation stay.
   */
  readonly others?: readonly HiddenChild[];
  /** Children who may be named. Where another bears the name too it is taken for theirs. */
  readonly named?: readonly HiddenChild[];
  /** Names in full of relatives of whom it is not known whose. */
  readonly relatives?: readonly string[];
}

const letters = 26;

/** "Child A", "Child B" … "Child Z", "Child AA": by the order in which the meeting has them, and never by their initials. */
export function childLabel(index: number): string {
  const last = String.fromCharCode(65 + (index % letters));
  const before = Math.floor(index / letters);
  return before === 0 ? `Child ${last}` : `${childLabel(before - 1)}${last}`;
}
